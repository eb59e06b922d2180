'use strict';

const record = {
  show(lead) {
    byId('crm-empty').hidden = true;
    byId('crm-body').hidden = false;
    byId('dnd').checked = lead.dnd || Object.values(lead.dndSettings).some(one => one && (one.status === 'active' || one.status === 'permanent'));

    const rows = [['Name', lead.name], ['Phone', lead.phone], ['E-mail', lead.email], ['Company', lead.companyName], ...Object.entries(lead.customFields), ['Location', lead.locationId], ['Id', lead.id]];
    byId('fields').replaceChildren(...rows.flatMap(([name, value]) => {
      const shown = element('dd', '', value || '—');
      shown.dataset.testid = `field-${name.toLowerCase().replaceAll(' ', '-')}`;
      return [element('dt', '', name), shown];
    }));
    record.list('tags', lead.tags.map(tag => element('li', '', tag)), 'no tags');
    record.list('notes', lead.notes.map(note => element('li', '', note.body)), 'no notes');
    record.list('appointments', lead.appointments.map(one => record.appointment(lead, one)), 'none booked');
  },

  clear() {
    byId('crm-empty').hidden = false;
    byId('crm-body').hidden = true;
  },

  appointment(lead, one) {
    const card = element('li', '', `${dateTime.format(new Date(one.start))} · ${one.status}\n${one.title || ''}`);
    const status = element('select');
    status.dataset.testid = 'appointment-status';
    status.setAttribute('aria-label', 'Status of the appointment');
    status.append(...['new', 'confirmed', 'showed', 'noshow', 'cancelled', 'invalid'].map(name => {
      const option = element('option', '', name);
      option.selected = name === one.status;
      return option;
    }));
    status.addEventListener('change', async () => {
      const answer = await call('POST', `/leads/${encodeURIComponent(lead.id)}/appointments/${encodeURIComponent(one.id)}`, { status: status.value });
      phone.report([answer.delivery]);
    });
    card.append(status);
    return card;
  },

  list(id, items, none) {
    byId(id).replaceChildren(...(items.length ? items : [element('li', 'empty', none)]));
  },

  async calendar(locationId) {
    const query = locationId ? `?locationId=${encodeURIComponent(locationId)}` : '';
    const { slots, timeZone } = await call('GET', `/calendar/cal-1${query}`);
    const days = new Map();
    for (const slot of slots) {
      const day = slot.start.slice(0, 10);
      if (!days.has(day)) days.set(day, element('div', 'slots'));
      days.get(day).append(record.slot(slot, locationId));
    }
    byId('calendar-days').replaceChildren(element('p', 'hint', timeZone), ...[...days].flatMap(([day, chips]) => [element('h3', '', day), chips]));
  },

  slot(slot, locationId) {
    const chip = element('button', slot.contactId ? 'taken' : '', slot.start.slice(11, 16));
    chip.type = 'button';
    chip.dataset.testid = slot.contactId ? 'slot-taken' : 'slot-free';
    chip.disabled = Boolean(slot.contactId);
    chip.title = slot.title || 'free';
    chip.addEventListener('click', async () => {
      await call('POST', '/calendar/cal-1/taken', { start: slot.start, locationId });
      await record.calendar(locationId);
    });
    return chip;
  },
};
