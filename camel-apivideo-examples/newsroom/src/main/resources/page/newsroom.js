// SPDX-License-Identifier: Apache-2.0
const PAUSE = 1000;
const stories = document.getElementById("stories");
const template = document.getElementById("story");
const retracting = new Set();

follow();

async function follow() {
  for (;;) {
    await refresh();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function refresh() {
  try {
    const answer = await fetch("/stories", { cache: "no-store" });
    show(await answer.json());
    say("");
  } catch {
    say("The newsroom does not answer.");
  }
}

function show(headlines) {
  const slugs = new Set(headlines.map((headline) => headline.slug));
  for (const item of [...stories.children]) {
    if (!slugs.has(item.id)) {
      retracting.delete(item.id);
      item.remove();
    }
  }
  headlines.forEach(showStory);
}

// A story that has not changed keeps its element, so that its video plays on.
function showStory(headline) {
  const item = document.getElementById(headline.slug) ?? add(headline.slug);
  const text = JSON.stringify(headline);
  if (item.dataset.headline !== text) {
    item.dataset.headline = text;
    describe(item, headline);
    play(item, headline);
  }
  item.querySelector("button").disabled = retracting.has(headline.slug);
}

function add(slug) {
  const item = template.content.cloneNode(true).firstElementChild;
  item.id = slug;
  item.querySelector("button").addEventListener("click", () => retract(slug));
  stories.append(item);
  return item;
}

function describe(item, { title, state, languages, expires, problem }) {
  item.className = `story ${state.replace(" ", "-")}`;
  item.querySelector("h2").textContent = title;
  item.querySelector("button").setAttribute("aria-label", `Retract: ${title}`);
  item.querySelector(".state").textContent = state;
  item.querySelector(".languages").textContent = languages.length ? `captions: ${languages.join(", ")}` : "";
  item.querySelector(".expires").textContent = expires ? `expires: ${new Date(expires).toLocaleString()}` : "";
  item.querySelector(".problem").textContent = problem ?? "";
}

function play(item, { state, title, video, picture, player }) {
  const published = state === "published";
  const element = item.querySelector("video");
  element.hidden = !video;
  element.setAttribute("aria-label", title);
  if (video && element.getAttribute("src") !== video) {
    element.poster = picture;
    element.src = video;
  }
  item.querySelector(".actions").hidden = !published;
  item.querySelector("a").href = player ?? "";
}

async function retract(slug) {
  retracting.add(slug);
  document.getElementById(slug).querySelector("button").disabled = true;
  const answer = await fetch(`/stories/${slug}`, { method: "DELETE" });
  if (!answer.ok) {
    retracting.delete(slug);
    say("The story could not be retracted.");
  }
}

function say(text) {
  document.getElementById("message").textContent = text;
}
