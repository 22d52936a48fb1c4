// Links to what is shown, and HTML that puts it into another page.

function share(button, text) {
  byId(button).addEventListener("click", async () => {
    flushAddress();
    const field = byId("copy-text");
    field.hidden = false;
    field.value = text(location.href);
    field.select();
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch (refused) {
      copied = false; // the text stands selected in the field
    }
    byId("copied").textContent = say(copied ? "share.copied" : "share.selected");
  });
}

const quotedForHtml = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

share("copy-link", (address) => address);
share("copy-frame", (address) =>
  '<iframe src="' + quotedForHtml(address) + '" title="' + quotedForHtml(document.title) + '" width="100%" height="900" loading="lazy"></iframe>');
