// Passkeys: what this page, the browser and a device say to each other.

const Key = window.PublicKeyCredential
const isAble = Boolean(Key?.parseRequestOptionsFromJSON && Key.parseCreationOptionsFromJSON)

// A browser puts one question at a time: a new one takes the place of what waits.
let waiting

// <passkey-button field="…" challenge="/url" label="…" failed="…" unable="…" [make] [offer]>: asks for a passkey, or
// makes one, and sends the answer with its form, in that field. `offer`: the browser also names passkeys where one
// types the address. What stands inside is for those without this.
customElements.define("passkey-button", class extends HTMLElement {
  connectedCallback() {
    this.line = document.createElement("p")
    this.line.setAttribute("role", "status")
    if (!isAble) {
      this.line.textContent = this.getAttribute("unable")
      return this.replaceChildren(this.line)
    }
    this.form = this.closest("form")
    const kind = this.hasAttribute("make") ? "button" : "button plain"
    const button = Object.assign(document.createElement("button"), { type: "button", className: kind, textContent: this.getAttribute("label") })
    button.onclick = () => this.isBlank() ? this.form.requestSubmit() : this.ask()
    this.replaceChildren(button, this.line)
    if (this.hasAttribute("offer")) this.offer()
  }

  // What is still missing the server says, before a device makes a key for nothing.
  isBlank() {
    return [...this.form.elements].some((field) => field.type === "text" && !field.value.trim())
  }

  async offer() {
    if (await Key.isConditionalMediationAvailable?.()) this.ask("conditional")
  }

  async ask(mediation) {
    waiting?.abort()
    const { signal } = waiting = new AbortController()
    this.line.textContent = ""
    try {
      const answer = await fetch(this.getAttribute("challenge"), { method: "POST", signal })
      // It was too long ago that one showed who one is: the page itself asks.
      if (answer.status === 403) return location.reload()
      if (!answer.ok) throw answer
      const { publicKey } = await answer.json()
      const key = this.hasAttribute("make")
        ? await navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(publicKey), signal })
        : await navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(publicKey), mediation, signal })
      this.form.elements[this.getAttribute("field")].value = JSON.stringify(key)
      this.form.requestSubmit()
    } catch {
      // Nobody had asked for what is only offered.
      if (!signal.aborted && !mediation) this.line.textContent = this.getAttribute("failed")
    }
  }
})
