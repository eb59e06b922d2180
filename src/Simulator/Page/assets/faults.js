'use strict';

const faults = {
  switches: [
    { id: 'ghl-slow', label: 'GHL is slow (3 s)', rule: { target: 'ghl', kind: 'latency', latencyMs: 3000 } },
    { id: 'ghl-down', label: 'GHL is down (503)', rule: { target: 'ghl', kind: 'status', status: 503 } },
    { id: 'ghl-rate', label: 'GHL rate limit (429)', rule: { target: 'ghl', kind: 'rateLimit', retryAfter: 5 } },
    { id: 'ghl-lost', label: 'GHL sends take effect, answer is lost', rule: { target: 'ghl', method: 'POST', kind: 'effectThenReset' } },
    { id: 'openai-hang', label: 'OpenAI hangs', rule: { target: 'openai', kind: 'hang' } },
    { id: 'openai-rate', label: 'OpenAI rate limit (429)', rule: { target: 'openai', kind: 'rateLimit' } },
    { id: 'openai-quota', label: 'OpenAI quota used up', rule: { target: 'openai', kind: 'quota' } },
    { id: 'openai-refusal', label: 'OpenAI refuses', rule: { target: 'openai', kind: 'refusal' } },
    { id: 'meta-down', label: 'Meta is down (503)', rule: { target: 'meta', kind: 'status', status: 503 } },
  ],

  build() {
    byId('fault-switches').replaceChildren(...faults.switches.map(one => {
      const label = element('label');
      const box = element('input');
      box.type = 'checkbox';
      box.dataset.fault = one.id;
      box.dataset.testid = `fault-${one.id}`;
      box.addEventListener('change', () => box.checked
        ? call('POST', '/faults', { id: one.id, ...one.rule })
        : call('DELETE', `/faults/${one.id}`));
      label.append(box, element('span', '', one.label));
      return label;
    }));
  },

  async refresh() {
    const on = new Set((await call('GET', '/faults')).rules.map(rule => rule.id));
    for (const box of document.querySelectorAll('[data-fault]')) box.checked = on.has(box.dataset.fault);
  },
};
