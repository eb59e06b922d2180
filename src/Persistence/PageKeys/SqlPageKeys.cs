using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace OutletBot.Persistence.PageKeys;

/// <summary>
/// The keys with which the forms of our pages are signed, in SQL: a form that one gateway made is taken by every other, and after a
/// restart. They are read when a page first needs them, and never by a webhook.
/// </summary>
internal sealed class SqlPageKeys(Database database, TimeProvider time) : IXmlRepository
{
    /// <summary>Gateways that start together on an empty database each make a key, and would not know the others' for a day: the first one's serves all.</summary>
    private static readonly TimeSpan StartedTogether = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.DataSource.OpenConnection();
        return [.. connection.Query<string>("SELECT xml FROM page_keys ORDER BY stored_at, name").Select(xml => XElement.Parse(xml))];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var now = time.GetUtcNow();
        using var connection = database.DataSource.OpenConnection();
        using var transaction = connection.BeginTransaction();
        if (database.Kind == DatabaseKind.PostgreSql) connection.Execute("LOCK TABLE page_keys IN SHARE ROW EXCLUSIVE MODE", transaction: transaction);
        connection.Execute(
            """
            INSERT INTO page_keys (name, xml, stored_at) SELECT @friendlyName, @xml, @now
            WHERE @always OR NOT EXISTS (SELECT 1 FROM page_keys WHERE stored_at > @since)
            """,
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting), now, since = now - StartedTogether, always = element.Name.LocalName != "key" },
            transaction);
        transaction.Commit();
    }
}
