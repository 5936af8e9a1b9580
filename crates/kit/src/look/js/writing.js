// For pages on which people write. Nothing here is needed to write and send.

const make = (name, fields) => Object.assign(document.createElement(name), fields)
const quoted = (words) => words.replace(/[\\[\]*_`<!]/g, "\\$&").replace(/\s+/g, " ")

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

// <file-adder for="body" most="…" add="…" …>: pictures and files by button, paste or drop. Each is sent at once, and
// stands in the text where one was writing; of a picture it first asks what it shows.
customElements.define("file-adder", class extends HTMLElement {
  connectedCallback() {
    this.text = document.getElementById(this.getAttribute("for"))
    this.chooser = make("input", { type: "file", multiple: true, hidden: true, accept: this.getAttribute("accept") })
    this.chooser.onchange = () => { this.take(this.chooser.files); this.chooser.value = "" }
    const button = this.button("add", () => this.chooser.click())
    this.list = make("div", { className: "stack" })
    this.replaceChildren(button, this.chooser, this.list)
    this.text.addEventListener("paste", (event) => this.take(event.clipboardData.files, event))
    this.text.addEventListener("drop", (event) => this.take(event.dataTransfer.files, event))
    // Before all others hear that it is sent.
    this.closest("form").addEventListener("submit", (event) => this.hold(event), true)
    this.text.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault())
  }
  button(name, act) {
    return make("button", { type: "button", className: "button plain small", textContent: this.getAttribute(name), onclick: act })
  }
  // What is sent before it stands in the text would be lost: what is described goes in, for the rest it waits.
  hold(event) {
    if (event.submitter?.formNoValidate) return
    const open = [...this.list.children].find((line) => line.querySelector("progress") || line.put && !line.put())
    if (!open) return
    event.preventDefault()
    event.stopImmediatePropagation()
    open.scrollIntoView({ block: "center" })
  }
  // One after the other: two at once are slower on a weak line.
  take(files, event) {
    if (!files.length) return
    event?.preventDefault()
    for (const file of files) {
      const line = this.list.appendChild(make("div", { className: "stack" }))
      this.last = Promise.resolve(this.last).then(() => this.send(file, line))
    }
  }
  send(file, line) {
    const bar = make("progress", { max: 1 })
    bar.setAttribute("aria-label", file.name)
    const says = make("p", { className: "quiet", textContent: `${this.getAttribute("sending")} ${file.name}` })
    says.setAttribute("role", "status")
    line.replaceChildren(says, bar)
    if (file.size > this.getAttribute("most")) return this.fail(line, file, this.getAttribute("large"))
    return new Promise((done) => {
      const body = new FormData()
      body.set("voice", this.closest("form").elements.voice?.value ?? "")
      body.set("file", file)
      const request = new XMLHttpRequest()
      request.open("POST", "/files")
      request.setRequestHeader("Accept", "application/json")
      request.responseType = "json"
      request.upload.onprogress = (event) => bar.value = event.loaded / event.total
      request.onloadend = () => {
        const said = request.response
        if (request.status !== 200) this.fail(line, file, said?.problem ?? this.getAttribute("failed"))
        else if (said.picture) this.ask(line, said)
        else this.put(line, `[${quoted(said.name)}](${said.path})`)
        done()
      }
      request.send(body)
    })
  }
  fail(line, file, problem) {
    const says = make("p", { className: "trouble", textContent: `${file.name}: ${problem}` })
    says.setAttribute("role", "alert")
    line.replaceChildren(says, this.button("leave", () => line.remove()))
  }
  ask(line, { path }) {
    const field = make("input", { id: `alt-${path}`, maxLength: 400 })
    const hint = make("p", { className: "hint", id: `hint-${path}`, textContent: this.getAttribute("hint") })
    const only = make("input", { type: "checkbox" })
    const trouble = make("p", { className: "trouble" })
    trouble.setAttribute("role", "alert")
    field.setAttribute("aria-describedby", hint.id)
    line.put = () => {
      const words = only.checked ? "" : quoted(field.value.trim())
      if (words || only.checked) return this.put(line, `![${words}](${path})`)
      trouble.textContent = this.getAttribute("missing")
      field.focus()
    }
    field.onkeydown = (event) => { if (event.key === "Enter") { event.preventDefault(); line.put() } }
    const label = make("label", { htmlFor: field.id, textContent: this.getAttribute("alt") })
    const decorative = make("label", { className: "choice" })
    decorative.append(only, make("span", { textContent: this.getAttribute("decorative") }))
    const picture = make("img", { src: `${path}?size=small`, alt: "" })
    const part = make("div", { className: "field" })
    part.append(picture, label, hint, trouble, field, decorative)
    const row = make("div", { className: "send" })
    row.append(this.button("put", line.put), this.button("leave", () => line.remove()))
    line.replaceChildren(part, row)
    // Whoever describes another one already isn't torn away from it.
    if (!this.list.contains(document.activeElement)) field.focus()
  }
  // A line of its own, where the cursor is.
  put(line, words) {
    line.remove()
    const { text } = this, before = text.value.slice(0, text.selectionStart), after = text.value.slice(text.selectionEnd)
    const start = !before || before.endsWith("\n\n") ? "" : "\n\n"
    const end = after.startsWith("\n\n") ? "" : "\n\n"
    text.setRangeText(start + words + end, text.selectionStart, text.selectionEnd, "end")
    text.dispatchEvent(new Event("input", { bubbles: true }))
    text.focus()
    return true
  }
})
