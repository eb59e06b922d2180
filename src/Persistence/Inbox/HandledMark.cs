using System.Globalization;
using OutletBot.Persistence;

namespace OutletBot.Inbox;

/// <summary>The statement that marks events as handled; <c>@ids</c> is a list of its database's kind.</summary>
internal static class HandledMark
{
    public static string MarkHandledSql(this Database database) => database.Kind == DatabaseKind.PostgreSql
        ? "UPDATE inbox SET handled_at = @now WHERE id = ANY(@ids) AND handled_at IS NULL"
        : "UPDATE inbox SET handled_at = @now WHERE id IN (SELECT value FROM json_each(@ids)) AND handled_at IS NULL";

    public static object IdList(this Database database, IEnumerable<long> ids) => database.Kind == DatabaseKind.PostgreSql
        ? ids.Order().ToArray()
        : $"[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]";
}
