'use strict';

const phone = {
  leadId: null,
  // Fragments typed quickly leave in the order in which they were typed.
  line: Promise.resolve(),

  choose(lead) {
    phone.leadId = lead.id;
    byId('message').disabled = false;
    byId('send').disabled = false;
    byId('record').disabled = false;
    byId('chat').replaceChildren();
    byId('message').focus();
  },

  clear() {
    phone.leadId = null;
    byId('message').disabled = true;
    byId('send').disabled = true;
    byId('record').disabled = true;
    byId('chat').replaceChildren();
    byId('phone-sub').textContent = 'Choose a lead, or make one';
  },

  show(lead) {
    byId('phone-sub').textContent = `talks to ${lead.name || 'a lead without name'} · ${lead.phone || lead.id}`;
    const chat = byId('chat');
    const known = new Set([...chat.children].map(child => child.dataset.id));
    const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
    for (const message of lead.messages) {
      if (!known.has(message.id)) chat.append(phone.bubble(message));
    }
    if (atEnd) chat.scrollTop = chat.scrollHeight;
  },

  bubble(message) {
    const mine = message.direction === 'inbound';
    const person = !mine && message.source === 'app';
    const bubble = element('li', `bubble${mine ? ' mine' : ''}${person ? ' person' : ''}`);
    bubble.dataset.id = message.id;
    bubble.dataset.testid = mine ? 'bubble-lead' : person ? 'bubble-person' : 'bubble-bot';
    bubble.append(element('p', '', message.spoken ? `🎤 ${message.spoken}` : message.body));
    if (person) bubble.append(element('small', '', 'a person · '));
    const time = element('time', '', clock.format(new Date(message.at)));
    time.dateTime = message.at;
    bubble.append(time);
    return bubble;
  },

  send(text, spoken) {
    const id = phone.leadId;
    const asPerson = byId('send-as').value === 'person';
    const body = asPerson
      ? { text }
      : { text, spoken, style: byId('send-style').value, copies: byId('send-twice').checked ? 2 : 1 };
    phone.line = phone.line.then(async () => {
      try {
        const answer = await call('POST', `/leads/${encodeURIComponent(id)}/${asPerson ? 'person' : 'messages'}`, body);
        phone.report(asPerson ? [answer.delivery] : answer.messages[0].deliveries);
      } catch (failure) {
        phone.note(failure.message, true);
      }
    });
  },

  report(deliveries) {
    const statuses = deliveries.map(one => one.status || 'no answer').join(', ');
    phone.note(`webhook answered ${statuses}`, deliveries.some(one => one.status < 200 || one.status > 299));
  },

  note(text, bad) {
    byId('delivery').textContent = text;
    byId('delivery').classList.toggle('bad', bad);
  },
};

byId('composer').addEventListener('submit', event => {
  event.preventDefault();
  const box = byId('message');
  const text = box.value.trim();
  if (!text || !phone.leadId) return;
  box.value = '';
  phone.send(text, event.submitter?.id === 'record');
});
