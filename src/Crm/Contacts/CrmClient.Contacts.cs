using OutletBot.Conversations;
using OutletBot.Crm.Contacts;
using OutletBot.Crm.Traffic;
using OutletBot.Crm.Wire;

namespace OutletBot.Crm;

internal sealed partial class CrmClient
{
    public Task<Contact?> FindContactAsync(string locationId, string contactId, CancellationToken cancellation) =>
        RunAsync("find_contact", locationId, async () =>
        {
            try
            {
                var answer = await CallAsync("find_contact", locationId, CallKind.Read, call => contacts.GetAsync(contactId, call, cancellation), cancellation);
                var fields = await FieldsAsync(locationId, [.. locations.Get(locationId).Playbook.InCustomFields], cancellation);
                return ContactReading.Read(answer.Body("contact"), contactId, fields);
            }
            catch (CrmException e) when (e.Failure == CrmFailure.NotFound)
            {
                return null;
            }
        });

    public Task<string> UpsertContactAsync(string locationId, NewContact contact, CancellationToken cancellation) =>
        RunAsync("upsert_contact", locationId, async () =>
        {
            var (first, last) = Names.Split(contact.Name);
            var body = new UpsertContactBody(locationId, first, last, contact.Email, Phones.E164(contact.Phone), contact.Source);
            try
            {
                var answer = await CallAsync("upsert_contact", locationId, CallKind.IdempotentWrite, call => contacts.UpsertAsync(body, call, cancellation), cancellation);
                return answer.Body("contact").Text("id") ?? answer.Text("contactId") ?? throw Unreadable("upsert_contact");
            }
            catch (CrmException e) when (e.Data[Failures.DuplicateOf] is string existing)
            {
                return existing;
            }
        });

    public Task<IReadOnlyList<Field>> UpdateContactAsync(string locationId, string contactId, ContactPatch patch, CancellationToken cancellation) =>
        RunAsync("update_contact", locationId, async () =>
        {
            var texts = new Dictionary<Field, Func<CustomField, CustomFieldBody>>();
            Put(Field.BusinessType, patch.BusinessType);
            Put(Field.Problem, patch.Problem);
            Put(Field.Goal, patch.Goal);
            foreach (var (key, text) in patch.Others.All) Put(new Field(key), text);
            if (patch.MonthlyBudgetUsd is { } budget)
                texts[Field.Budget] = field => field.With(budget);

            var fields = texts.Count > 0 ? await FieldsAsync(locationId, texts.Keys, cancellation) : new Dictionary<Field, CustomField>();
            var (first, last) = Names.Split(patch.Name);
            var body = new UpdateContactBody
            {
                FirstName = first,
                LastName = last,
                Email = patch.Email,
                Dnd = patch.DoNotDisturb,
                DndSettings = patch.DoNotDisturb is { } on ? Dnd(on ? "active" : "inactive") : null,
                CustomFields = fields.Count > 0 ? [.. fields.Select(f => texts[f.Key](f.Value))] : null,
            };
            if (body != new UpdateContactBody())
                await CallAsync("update_contact", locationId, CallKind.IdempotentWrite, call => contacts.UpdateAsync(contactId, body, call, cancellation), cancellation);
            return (IReadOnlyList<Field>)[.. texts.Keys.Where(field => !fields.ContainsKey(field))];

            void Put(Field field, string? text)
            {
                if (text is not null)
                    texts[field] = custom => custom.With(text);
            }
        });

    public Task AddTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation) =>
        DoAsync("add_tags", locationId, CallKind.IdempotentWrite, call => contacts.AddTagsAsync(contactId, new TagsBody(tags), call, cancellation), cancellation);

    public Task RemoveTagsAsync(string locationId, string contactId, IReadOnlyCollection<string> tags, CancellationToken cancellation) =>
        DoAsync("remove_tags", locationId, CallKind.IdempotentWrite, call => contacts.RemoveTagsAsync(contactId, new TagsBody(tags), call, cancellation), cancellation);

    public Task AddNoteAsync(string locationId, string contactId, string body, CancellationToken cancellation) =>
        DoAsync("add_note", locationId, CallKind.Write, call => contacts.AddNoteAsync(contactId, new NoteBody(body), call, cancellation), cancellation);

    public Task<IReadOnlyList<string>> NotesAsync(string locationId, string contactId, CancellationToken cancellation) =>
        RunAsync("notes", locationId, async () =>
        {
            var answer = await CallAsync("notes", locationId, CallKind.Read, call => contacts.NotesAsync(contactId, call, cancellation), cancellation);
            return (IReadOnlyList<string>)[.. answer.Items("notes").Select(note => note.Text("body")).OfType<string>()];
        });

    public Task StartWorkflowAsync(string locationId, string contactId, string workflowId, CancellationToken cancellation) =>
        DoAsync("start_workflow", locationId, CallKind.Write, call => contacts.StartWorkflowAsync(contactId, workflowId, new WorkflowBody(), call, cancellation), cancellation);

    private static DndSettingsBody Dnd(string status) => new(new DndSettingBody(status), new DndSettingBody(status));

    private Task<IReadOnlyDictionary<Field, CustomField>> FieldsAsync(string locationId, IReadOnlyCollection<Field> wanted, CancellationToken cancellation) =>
        customFields.FindAsync(locationId, wanted, async () =>
        {
            var answer = await CallAsync("custom_fields", locationId, CallKind.Read, call => places.CustomFieldsAsync(locationId, "contact", call, CancellationToken.None), CancellationToken.None);
            return [.. answer.Items("customFields").Select(CustomField.Read).OfType<CustomField>()];
        }, cancellation);
}
