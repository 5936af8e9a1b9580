// For pages on which people write. Nothing here is needed to write and send.

// <draft-keeper place="answer-12" person="7" kept="…" newer="…" failed="…">: keeps what is typed in its form, a
// second after the last key, on the server; where that can't be reached, in this browser until it can.
customElements.define("draft-keeper", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form")
    this.place = this.getAttribute("place")
    this.line = Object.assign(document.createElement("p"), { className: "quiet" })
    this.line.setAttribute("role", "status")
    this.append(this.line)
    this.form.addEventListener("input", () => this.soon())
    this.form.addEventListener("submit", () => { this.isSent = true; clearTimeout(this.timer) })
    addEventListener("pageshow", () => this.isSent = false)
    document.addEventListener("visibilitychange", () => document.hidden && this.timer && this.keep())
    addEventListener("online", () => localStorage[this.name] && this.keep())
    this.remember()
  }
  get name() { return `draft ${this.getAttribute("person")} ${this.place}` }
  get fields() { return new URLSearchParams(new FormData(this.form)) }
  soon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.keep(), 1000)
  }
  async keep() {
    clearTimeout(this.timer)
    this.timer = null
    if (this.isSent || this.isOld) return
    if (this.isBusy) return this.soon()
    this.isBusy = true
    const body = this.fields
    const send = { method: "POST", body, redirect: "error", keepalive: String(body).length < 60000 }
    const answer = await fetch(`/drafts/${this.place}`, send).catch(() => null)
    this.isBusy = false
    if (answer?.ok) {
      this.form.elements.known.value = await answer.text()
      localStorage.removeItem(this.name)
      this.say("kept")
    } else if (answer?.status === 409) {
      this.isOld = true
      this.say("newer")
    } else {
      localStorage[this.name] = String(body)
      this.say("failed")
    }
  }
  say(what) {
    const text = this.getAttribute(what)
    if (this.line.textContent !== text) this.line.textContent = text
  }
  // What could not be kept on the server comes back, and is kept there now.
  remember() {
    const left = localStorage[this.name]
    if (!left) return
    for (const [name, value] of new URLSearchParams(left)) {
      const field = this.form.elements[name]
      if (field && !["key", "known"].includes(name)) field.value = value
    }
    this.keep()
  }
})

// "Quote" takes only what is marked in the post, where something is, and the page stays.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-quote]")
  const text = document.getElementById("body")
  const marked = getSelection()
  const words = String(marked).trim()
  if (!link || !text || !words || !link.closest(".post").contains(marked.anchorNode)) return
  event.preventDefault()
  const lines = [link.dataset.quote, ...words.split("\n")].map((line) => `> ${line}`.trimEnd())
  text.value = `${text.value.trimEnd()}\n\n${lines.join("\n")}\n\n`.trimStart()
  text.focus()
  text.dispatchEvent(new Event("input", { bubbles: true }))
})
