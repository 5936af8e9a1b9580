// For fields that offer something while one types. Nothing here is needed to find or to write.

const make = (name, fields) => Object.assign(document.createElement(name), fields)

// Asks a moment after the last key. What was asked before is left, so that no late answer comes after a newer one.
const asker = (from, answer) => {
  let timer, last
  return (words) => {
    clearTimeout(timer)
    last?.abort()
    if (!words) return answer("")
    timer = setTimeout(async () => {
      last = new AbortController()
      const reply = await fetch(`${from}?q=${encodeURIComponent(words)}`, { signal: last.signal }).catch(() => null)
      const html = reply?.ok ? await reply.text().catch(() => null) : ""
      if (html !== null) answer(html)
    }, 150)
  }
}

// A list of offers under a field. The cursor stays in the field; arrows go through the list, Enter or a click takes
// one, Escape closes it.
class Offers extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"))
    if (!this.field) return
    this.list = make("ul", { id: `${this.field.id}-offers`, className: "offers", hidden: true })
    this.list.setAttribute("role", "listbox")
    this.list.setAttribute("aria-label", this.getAttribute("says"))
    this.line = make("p", { className: "aloud" })
    this.line.setAttribute("role", "status")
    this.replaceChildren(this.list, this.line)
    this.field.setAttribute("aria-autocomplete", "list")
    this.field.setAttribute("aria-controls", this.list.id)
    this.ask = asker(this.getAttribute("from"), (html) => this.show(html))
    this.field.addEventListener("input", () => this.ask(this.words()))
    this.field.addEventListener("keydown", (event) => this.press(event))
    this.field.addEventListener("blur", () => this.ask(""))
    // Before the field loses the cursor by it.
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault()
      const offer = event.target.closest("[role=option]")
      if (offer) this.take(offer)
    })
    this.show("")
  }
  get offers() { return [...this.list.children] }
  show(html) {
    this.list.innerHTML = html   // made and cleaned by the server
    this.offers.forEach((offer, n) => offer.id = `${this.list.id}-${n}`)
    this.list.hidden = !html.trim()
    this.field.role === "combobox" && this.field.setAttribute("aria-expanded", !this.list.hidden)
    this.line.textContent = this.list.hidden ? "" : `${this.getAttribute("says")}: ${this.offers.length}`
    this.mark(null)
  }
  mark(offer) {
    this.marked?.removeAttribute("aria-selected")
    this.marked = offer
    offer?.setAttribute("aria-selected", "true")
    offer?.scrollIntoView({ block: "nearest" })
    if (offer) this.field.setAttribute("aria-activedescendant", offer.id)
    else this.field.removeAttribute("aria-activedescendant")
  }
  press(event) {
    if (this.list.hidden || event.isComposing) return
    const { offers } = this, at = offers.indexOf(this.marked), { key } = event
    if (key === "ArrowDown") this.mark(offers[(at + 1) % offers.length])
    else if (key === "ArrowUp") this.mark(offers.at(at > 0 ? at - 1 : -1))
    else if (key === "Escape") this.ask("")
    else if (this.marked && (key === "Enter" || key === "Tab" && !event.shiftKey && this.takesTab)) this.take(this.marked)
    else return
    event.preventDefault()
  }
}

// <search-offers for="q" from="/search/suggestions" says="…">: titles and names, each leading to its page.
customElements.define("search-offers", class extends Offers {
  connectedCallback() {
    const field = document.getElementById(this.getAttribute("for"))
    field?.setAttribute("role", "combobox")
    super.connectedCallback()
  }
  words() { return this.field.value.trim() }
  take(offer) { location.assign(offer.dataset.to) }
})

// <mention-offers for="body" from="/mentions" says="…">: names of people and groups after an @.
customElements.define("mention-offers", class extends Offers {
  get takesTab() { return true }
  // What stands between the last @ and the cursor: a name has few words, and begins where a word may.
  words() {
    const before = this.field.value.slice(0, this.field.selectionEnd)
    return before.match(/(?:^|[\s("'>*])@([\p{L}\p{N}][^\n@]{0,40})$/u)?.[1] ?? ""
  }
  take(offer) {
    const end = this.field.selectionEnd, start = end - this.words().length
    this.field.setRangeText(`${offer.dataset.name} `, start, end, "end")
    this.ask("")
    this.field.dispatchEvent(new Event("input", { bubbles: true }))
  }
})

// <title-twins for="title" from="/threads/similar">: what is talked about already, below the title.
customElements.define("title-twins", class extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "status")
    const field = document.getElementById(this.getAttribute("for"))
    const ask = asker(this.getAttribute("from"), (html) => { if (this.innerHTML !== html) this.innerHTML = html })
    field.addEventListener("input", () => ask(field.value.trim()))
  }
})
