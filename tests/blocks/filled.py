"""A block with everything in it that it can hold."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock


def filled(block, pages, picture, texts: list, name="block"):
    """A value of a block in which no field is empty, each text another one: they are added to
    ``texts``. Pages are chosen among ``pages``."""
    if isinstance(block, ImageBlock):
        words = said(f"what {name} shows", texts)
        return block.normalize({"image": picture, "alt_text": words, "decorative": False})
    if isinstance(block, ImageChooserBlock):
        return picture
    if isinstance(block, blocks.StaticBlock):
        return None
    if isinstance(block, blocks.StructBlock):
        children = block.child_blocks.items()
        return {n: filled(child, pages, picture, texts, f"{name} {n}") for n, child in children}
    if isinstance(block, blocks.ListBlock):
        item = block.child_block
        return [filled(item, pages, picture, texts, f"{name} {n}") for n in ("one", "two")]
    if isinstance(block, blocks.PageChooserBlock):
        allowed = tuple(block.target_models) or object
        return next(page for page in pages if isinstance(page, allowed))
    if isinstance(block, blocks.ChoiceBlock):
        return next(value for value, _label in block.field.choices if value)
    if isinstance(block, blocks.BooleanBlock):
        return True
    if isinstance(block, blocks.IntegerBlock):
        return 1
    if isinstance(block, blocks.EmailBlock):
        return "somebody@example.org"
    words = said(name, texts)
    return f"<p>{words}</p>" if isinstance(block, blocks.RichTextBlock) else words


def said(words: str, texts: list) -> str:
    texts.append(words)
    return words


def in_a_stream(name, block, value):
    """A field with this one block in it, as it comes from the database."""
    stream = blocks.StreamBlock([(name, block)])
    return stream.to_python(stream.get_prep_value(stream.normalize([(name, value)])))
