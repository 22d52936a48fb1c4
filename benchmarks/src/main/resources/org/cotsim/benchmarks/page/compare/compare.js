// Every marker of the chart carries its figures as a title; they are shown above the chart too,
// for the mouse, the finger and the keyboard.

const figures = document.getElementById("figures");

document.querySelectorAll(".chart svg g > title").forEach((title) => {
  const marker = title.parentNode;
  const show = () => {
    figures.textContent = title.textContent;
  };
  marker.setAttribute("tabindex", "0");
  marker.addEventListener("pointerenter", show);
  marker.addEventListener("focus", show);
  marker.addEventListener("click", show);
});
