// Sorts and filters the tables of the site. No library, no request.
"use strict";
for (const table of document.querySelectorAll("table[data-sorteer]")) {
  const body = table.tBodies[0];
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const text = (row) => row.cells[column].textContent.trim();
      const rows = [...body.rows].sort((a, b) => text(a).localeCompare(text(b), "nl", { numeric: true }));
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}
for (const field of document.querySelectorAll("input[data-zoek]")) {
  const table = document.getElementById(field.dataset.zoek);
  field.hidden = false;
  field.addEventListener("input", () => {
    const wanted = field.value.toLocaleLowerCase("nl");
    for (const row of table.tBodies[0].rows) {
      row.hidden = !row.textContent.toLocaleLowerCase("nl").includes(wanted);
    }
  });
}
