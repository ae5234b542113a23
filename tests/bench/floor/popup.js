const tab = new URLSearchParams(location.search).get('tab');
const { [tab]: names = '[]' } = await chrome.storage.session.get(tab);
document.body.append(...new Set(JSON.parse(names).map((name) => `${new URL(name).host} `)));
