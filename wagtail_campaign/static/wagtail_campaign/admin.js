/* Choosing some of many records in the admin: search, add, remove. Without it what is chosen stays chosen. */

(() => {
    "use strict";

    const WAIT = 250;

    const start = (root) => {
        const search = root.querySelector("[data-search]");
        const chosen = root.querySelector("[data-chosen]");
        const found = root.querySelector("[data-found]");
        const said = root.querySelector("[data-said]");
        const item = root.querySelector("[data-item]");
        let timer = 0;
        let asked = 0;

        const has = (id) => [...chosen.querySelectorAll("input")].some((input) => input.value === id);

        const name = (row) => {
            const label = row.querySelector("[data-label]");
            label.id = label.id || `${search.id}-${row.querySelector("input").value}`;
            const button = row.querySelector("[data-remove]");
            button.id = `${label.id}-remove`;
            button.setAttribute("aria-labelledby", `${button.id} ${label.id}`);
        };

        const add = (id, label) => {
            if (!has(id)) {
                const row = item.content.firstElementChild.cloneNode(true);
                row.querySelector("input").value = id;
                row.querySelector("[data-label]").textContent = label;
                chosen.append(row);
                name(row);
                // Wagtail asks before somebody leaves with changes.
                search.dispatchEvent(new Event("change", { bubbles: true }));
            }
            said.textContent = `${root.dataset.added} ${label}`;
        };

        const show = (answer) => {
            const rows = answer.found.filter(([id]) => !has(id));
            found.replaceChildren(
                ...rows.map(([id, label]) => {
                    const row = document.createElement("li");
                    const button = document.createElement("button");
                    button.type = "button";
                    button.className = "button button-small button-secondary";
                    button.textContent = label;
                    button.addEventListener("click", () => {
                        const next = row.nextElementSibling || row.previousElementSibling;
                        add(id, label);
                        row.remove();
                        (next ? next.querySelector("button") : search).focus();
                    });
                    row.append(button);
                    return row;
                }),
            );
            const words = rows.length ? [root.dataset.some] : [root.dataset.none];
            said.textContent = [...words, ...(answer.more ? [root.dataset.more] : [])].join(" ");
        };

        const look = async () => {
            const number = ++asked;
            const body = new FormData();
            body.append("q", search.value);
            const token = search.form.querySelector("[name=csrfmiddlewaretoken]");
            body.append("csrfmiddlewaretoken", token ? token.value : "");
            const response = await fetch(root.dataset.url, { method: "POST", body });
            // An answer that was overtaken says nothing any more.
            if (number === asked && response.ok) show(await response.json());
        };

        search.addEventListener("input", () => {
            clearTimeout(timer);
            timer = setTimeout(look, WAIT);
        });
        search.addEventListener("focus", () => {
            if (!found.children.length) look();
        });
        search.addEventListener("keydown", (event) => {
            if (event.key === "Enter") {
                // It would send the whole form.
                event.preventDefault();
                const first = found.querySelector("button");
                if (first) first.focus();
            } else if (event.key === "Escape") {
                found.replaceChildren();
                said.textContent = "";
            }
        });
        chosen.addEventListener("click", (event) => {
            const button = event.target.closest("[data-remove]");
            if (!button) return;
            const row = button.closest("li");
            said.textContent = `${root.dataset.removed} ${row.querySelector("[data-label]").textContent}`;
            row.remove();
            search.focus();
            found.replaceChildren();
            search.dispatchEvent(new Event("change", { bubbles: true }));
        });
        for (const row of chosen.children) name(row);
    };

    const begin = () => document.querySelectorAll("[data-campaign-chooser]").forEach(start);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
    else begin();
})();
