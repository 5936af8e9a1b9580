// What works without this file works a little better with it. Nothing here is needed.

// Turbo keeps frames and streams; whole pages are the browser's own business.
if (window.Turbo) Turbo.session.drive = false

// <live-updates url="/threads/5/live">: new posts appear while one reads. The server sends Turbo streams, with
// an id each. A page in the background lets go of its line, since a browser has only six to one server.
customElements.define("live-updates", class extends HTMLElement {
  connectedCallback() {
    this.turn = () => document.hidden ? this.source?.close() : this.listen()
    document.addEventListener("visibilitychange", this.turn)
    this.turn()
  }
  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.turn)
    this.source?.close()
  }
  listen() {
    const url = new URL(this.getAttribute("url"), location)
    if (this.last) url.searchParams.set("after", this.last)
    this.source?.close()
    this.source = new EventSource(url)
    this.source.onmessage = (event) => {
      this.last = event.lastEventId || this.last
      window.Turbo?.renderStreamMessage(event.data)
    }
  }
})

// A part of the page came anew, as a list does when it is sifted: who listens hears what is there now.
document.addEventListener("turbo:frame-load", ({ target }) => {
  const said = target.querySelector("h2")?.textContent ?? ""
  const line = Object.assign(document.createElement("p"), { className: "aloud", textContent: said })
  document.querySelector("main > [role=status]")?.replaceChildren(line)
})

// <markdown-preview for="body" show="…" hide="…">: a button that shows what the text will look like.
customElements.define("markdown-preview", class extends HTMLElement {
  connectedCallback() {
    this.text = document.getElementById(this.getAttribute("for"))
    this.sheet = Object.assign(document.createElement("div"), { className: "preview prose", hidden: true })
    this.button = Object.assign(document.createElement("button"), { type: "button", className: "button plain small" })
    this.button.onclick = () => this.sheet.hidden ? this.show() : this.hide()
    this.sheet.setAttribute("role", "status")
    this.replaceChildren(this.sheet, this.button)
    this.hide()
  }
  async show() {
    const body = new URLSearchParams({ text: this.text.value })
    const answer = await fetch("/markdown", { method: "POST", body }).catch(() => null)
    if (!answer?.ok) return
    this.sheet.innerHTML = await answer.text()   // rendered and cleaned by the server
    this.turn(true)
  }
  hide() { this.turn(false) }
  turn(shown) {
    this.sheet.hidden = !shown
    this.text.hidden = shown
    this.button.textContent = this.getAttribute(shown ? "hide" : "show")
  }
})

// A text field grows with its text, where the browser doesn't do so by itself.
const grow = (area) => {
  area.style.blockSize = "auto"
  area.style.blockSize = `${area.scrollHeight + 4}px`
}
if (!CSS.supports("field-sizing: content")) {
  document.addEventListener("input", ({ target }) => target.matches("textarea") && grow(target))
}

// What is wrong comes first for those who listen, too.
document.querySelector(".summary")?.focus()

// The menu closes when one is done with it.
const menu = document.querySelector(".menu")
document.addEventListener("click", ({ target }) => menu?.contains(target) || menu?.removeAttribute("open"))
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu?.open) return
  menu.open = false
  menu.querySelector("summary").focus()
})

// Pressing twice sends once.
document.addEventListener("submit", (event) => {
  const form = event.target
  if (form.method !== "post") return
  if (Date.now() - (form.dataset.sent ?? 0) < 3000) return event.preventDefault()
  form.dataset.sent = Date.now()
})
addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent))
