chrome.runtime.onMessage.addListener((names, { tab }) => {
  void chrome.storage.session.get(`${tab.id}`).then(({ [tab.id]: before = '[]' }) => {
    return chrome.storage.session.set({ [tab.id]: JSON.stringify([...JSON.parse(before), ...names]) });
  });
});
