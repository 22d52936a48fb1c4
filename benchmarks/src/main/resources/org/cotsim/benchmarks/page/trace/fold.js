// On a phone the sentence of the class takes one line until all of it is asked for.

byId("class-more").addEventListener("click", () => {
  const whole = byId("class").classList.toggle("whole");
  byId("class-more").setAttribute("aria-expanded", String(whole));
  byId("class-more").textContent = say(whole ? "trace.less" : "trace.more");
});
