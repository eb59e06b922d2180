using OutletBot.Conversations;
using OutletBot.Crm;

namespace OutletBot.Contract.Behaviour;

public sealed class CustomFieldTests
{
    [Fact]
    public async Task An_update_is_one_request_once_the_fields_are_known()
    {
        await using var ghl = Double(GhlDouble.FieldList);
        var patch = new ContactPatch { Name = "Maria Lopez", MonthlyBudgetUsd = 500, Problem = "pocas ventas", DoNotDisturb = true };

        (await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, patch, TestContext.Current.CancellationToken))).ShouldBeEmpty();
        await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, patch, TestContext.Current.CancellationToken));

        ghl.Requests.Select(r => r.Method).ShouldBe(["GET", "PUT", "PUT"]);
        ghl.Requests.Last().Body.ShouldBe("""{"firstName":"Maria","lastName":"Lopez","dnd":true,"dndSettings":{"SMS":{"status":"active"},"WhatsApp":{"status":"active"}},"customFields":[{"id":"f1","field_value":"pocas ventas"},{"id":"f3","field_value":500}]}""");
    }

    [Fact]
    public async Task A_missing_field_is_left_out_and_looked_for_again_at_most_once_a_minute()
    {
        await using var ghl = Double("""{"customFields":[]}""");

        for (var i = 0; i < 3; i++)
            (await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, new ContactPatch { Goal = "crecer" }, TestContext.Current.CancellationToken))).ShouldBe([Field.Goal]);
        ghl.Requests.Count.ShouldBe(1);

        ghl.Time.Advance(TimeSpan.FromMinutes(1));
        await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, new ContactPatch { Goal = "crecer" }, TestContext.Current.CancellationToken));
        ghl.Requests.Count.ShouldBe(2);
    }

    private static GhlDouble Double(string fields) =>
        new((request, _) => Task.FromResult(GhlDouble.Json(request.Method == "GET" ? fields : """{"succeded":true}""")));
}
