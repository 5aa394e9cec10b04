"""A bare view: what it costs Django to take a form and write a row."""

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from .models import Entry


class EntryForm(forms.ModelForm):
    """The three fields, as Django makes them."""

    class Meta:
        model = Entry
        fields = ["first_name", "email", "country"]


@csrf_exempt
def bare(request):
    """One ModelForm, one INSERT, a redirect; without CSRF, as the package's forms are."""
    form = EntryForm(request.POST)
    if not form.is_valid():
        return render(request, "comparison/form_page.html", {"form": form}, status=422)
    form.save()
    return HttpResponseRedirect("/bare/thanks/")
