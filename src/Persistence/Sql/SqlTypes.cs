using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace OutletBot.Persistence.Sql;

/// <summary>How values that SQLite has no type for stand in both databases, so that one statement serves both.</summary>
internal static class SqlTypes
{
    private static readonly Lock Gate = new();
    private static bool registered;

    public static void Register()
    {
        lock (Gate)
        {
            if (registered) return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.RemoveTypeMap(typeof(decimal));
            SqlMapper.RemoveTypeMap(typeof(decimal?));
            SqlMapper.AddTypeHandler(new Times());
            SqlMapper.AddTypeHandler(new Amounts());
            registered = true;
        }
    }

    /// <summary>Microseconds since 1970 UTC: what SQLite stores, and as fine as PostgreSQL's timestamps.</summary>
    public static long ToMicroseconds(this DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private sealed class Times : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is NpgsqlParameter postgres)
            {
                postgres.NpgsqlDbType = NpgsqlDbType.TimestampTz;
                postgres.Value = value.UtcDateTime;
            }
            else
            {
                parameter.Value = value.ToMicroseconds();
            }
        }

        public override DateTimeOffset Parse(object value) =>
            value is DateTime time ? new(time, TimeSpan.Zero) : FromMicroseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private sealed class Amounts : SqlMapper.TypeHandler<decimal>
    {
        public override void SetValue(IDbDataParameter parameter, decimal value) =>
            parameter.Value = parameter is NpgsqlParameter ? value : value.ToString(CultureInfo.InvariantCulture);

        public override decimal Parse(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
    }
}
