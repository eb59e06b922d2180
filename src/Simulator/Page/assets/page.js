'use strict';

const page = {
  lead: null,
  pending: false,

  async leads() {
    const { leads } = await call('GET', '/leads');
    byId('lead-list').replaceChildren(...leads.map(lead => {
      const button = element('button');
      button.type = 'button';
      button.dataset.testid = 'lead';
      button.setAttribute('aria-current', String(lead.id === phone.leadId));
      button.append(element('strong', '', lead.name || lead.phone || lead.id), element('small', '', lead.last || 'no message yet'));
      button.addEventListener('click', () => page.choose(lead));
      const item = element('li');
      item.append(button);
      return item;
    }));
  },

  async choose(lead) {
    phone.choose(lead);
    await page.refresh();
  },

  async refresh() {
    await page.leads();
    if (!phone.leadId) return;
    const id = phone.leadId;
    const lead = await call('GET', `/leads/${encodeURIComponent(id)}`).catch(() => null);
    if (id !== phone.leadId) return;
    if (!lead) {
      phone.clear();
      record.clear();
      return;
    }
    page.lead = lead;
    phone.show(lead);
    record.show(lead);
    if (!byId('pane-calendar').hidden) await record.calendar(lead.locationId);
  },

  // Many changes at once are one refresh.
  changed() {
    if (page.pending) return;
    page.pending = true;
    setTimeout(() => {
      page.pending = false;
      page.refresh().catch(() => {});
    }, 60);
  },

  listen() {
    const live = byId('live');
    const stream = new EventSource('/simulator/stream');
    stream.addEventListener('ready', () => {
      live.textContent = 'live';
      live.classList.add('on');
      page.changed();
    });
    stream.onmessage = page.changed;
    stream.onerror = () => {
      live.textContent = 'connecting…';
      live.classList.remove('on');
    };
  },

  tab(chosen) {
    for (const tab of document.querySelectorAll('[role="tab"]')) {
      const on = tab === chosen;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      byId(tab.getAttribute('aria-controls')).hidden = !on;
    }
    if (chosen.id === 'tab-calendar') record.calendar(page.lead?.locationId);
    if (chosen.id === 'tab-faults') faults.refresh();
  },
};

byId('new-lead').addEventListener('click', () => {
  byId('lead-form').hidden = !byId('lead-form').hidden;
  if (!byId('lead-form').hidden) byId('lead-name').focus();
});

byId('lead-form').addEventListener('submit', async event => {
  event.preventDefault();
  const typed = id => byId(id).value.trim() || null;
  const lead = await call('POST', '/leads', { name: typed('lead-name'), phone: typed('lead-phone'), locationId: typed('lead-location') });
  byId('lead-form').reset();
  byId('lead-form').hidden = true;
  await page.choose(lead);
});

byId('form-lead').addEventListener('click', async () => {
  const fields = { full_name: byId('lead-name').value.trim() || 'Lucía Prueba', phone_number: byId('lead-phone').value.trim() || '+15125550143' };
  const answer = await call('POST', '/forms', { fields });
  phone.report(answer.deliveries);
});

byId('dnd').addEventListener('change', async event => {
  if (phone.leadId) await call('POST', `/leads/${encodeURIComponent(phone.leadId)}/dnd`, { on: event.target.checked });
});

byId('reset').addEventListener('click', async () => {
  await call('POST', '/reset');
  phone.clear();
  record.clear();
  await faults.refresh();
});

const tabs = [...document.querySelectorAll('[role="tab"]')];
tabs.forEach((tab, at) => {
  tab.addEventListener('click', () => page.tab(tab));
  tab.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next.focus();
    page.tab(next);
  });
});

faults.build();
page.listen();
