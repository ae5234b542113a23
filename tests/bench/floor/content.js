const seen = [];
let timer;
new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) seen.push(name);
  timer ??= setTimeout(() => {
    timer = undefined;
    void chrome.runtime.sendMessage(seen.splice(0));
  }, 250);
}).observe({ type: 'resource', buffered: true });
