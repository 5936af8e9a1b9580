// For pages on which people read. Nothing here is needed to read.

const make = (name, fields) => Object.assign(document.createElement(name), fields)
const plain = (text, onclick) => make("button", { type: "button", className: "button plain", textContent: text, onclick })

// <share-sheet for="url" name="…" copy="…" copied="…" share="…">: copies the address, or hands it to the device's own
// sheet, each where the browser can.
customElements.define("share-sheet", class extends HTMLElement {
  connectedCallback() {
    const says = (what) => this.getAttribute(what)
    const url = document.getElementById(says("for")).value
    const line = make("p", { className: "quiet" })
    line.setAttribute("role", "status")
    const row = make("p", { className: "row" })
    if (navigator.clipboard) {
      row.append(plain(says("copy"), () => navigator.clipboard.writeText(url).then(() => line.textContent = says("copied"))))
    }
    // Whoever closes the sheet without choosing has done nothing wrong.
    if (navigator.share) row.append(plain(says("share"), () => navigator.share({ url, title: says("name") }).catch(() => {})))
    this.replaceChildren(row, line)
  }
})

// <print-button label="…">
customElements.define("print-button", class extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(plain(this.getAttribute("label"), () => print()))
  }
})

const isOn = () => localStorage.shortcuts !== "off"

// <shortcut-switch says-on="…" says-off="…" turn-on="…" turn-off="…">: whether keys alone do anything, in this browser.
customElements.define("shortcut-switch", class extends HTMLElement {
  connectedCallback() {
    this.line = make("p")
    this.line.setAttribute("role", "status")
    this.button = plain("", () => {
      if (isOn()) localStorage.shortcuts = "off"
      else delete localStorage.shortcuts
      this.say()
    })
    this.replaceChildren(this.line, this.button)
    this.say()
  }
  say() {
    this.line.textContent = this.getAttribute(isOn() ? "says-on" : "says-off")
    this.button.textContent = this.getAttribute(isOn() ? "turn-off" : "turn-on")
  }
})

// The posts of a thread, or the threads of a list; and the one that somebody is at: in it is the focus, or it is
// the first that is in sight.
const things = () => [...document.querySelectorAll("main .post, main article.line")]
const here = () => things().findIndex((thing) => thing.contains(document.activeElement))
const inSight = () => things().findIndex((thing) => thing.getBoundingClientRect().bottom > 80)

function goTo(thing) {
  if (!thing) return false
  const place = thing.querySelector(":scope :is(h2, h3) a") ?? thing
  if (place === thing) thing.tabIndex = -1
  place.focus({ preventScroll: true })
  thing.scrollIntoView({ block: "start" })
  return true
}

const step = (by) => goTo(things()[here() < 0 ? Math.max(inSight(), 0) : here() + by])
const press = (selector) => {
  const at = here() < 0 ? inSight() : here()
  const button = things()[at]?.querySelector(selector)
  button?.click()
  return Boolean(button)
}
const open = (path) => { location.href = path; return true }
const focus = (id) => {
  const field = document.getElementById(id)
  field?.focus()
  return Boolean(field)
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: () => goTo(document.getElementById("new")?.nextElementSibling),
  e: () => goTo(things().at(-1)),
  r: () => focus("body"),
  q: () => press("[data-quote]"),
  b: () => press("form[action$='/bookmark'] button, a[href^='/bookmarks/']"),
  s: () => press("a[href*='/share']"),
  u: () => open("/threads"),
  "/": () => focus("q") || open("/search"),
  "?": () => open("/shortcuts"),
}

document.addEventListener("keydown", (event) => {
  const types = event.target.closest?.("input, textarea, select, [contenteditable]")
  if (!isOn() || types || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (Object.hasOwn(KEYS, event.key) && KEYS[event.key]()) event.preventDefault()
})
