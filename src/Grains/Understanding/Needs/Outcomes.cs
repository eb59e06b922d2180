using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>What businesses want more of, and what they seek it with.</summary>
internal static class Outcomes
{
    private static readonly FrozenSet<string> Wanted = Set("""
        cliente clientes clienta clientas clientela comprador compradores venta ventas cita citas lead leads gente publico paciente pacientes pedido pedidos orden ordenes reserva reservas reservacion reservaciones llamada llamadas prospecto prospectos visita visitas seguidor seguidores
        alumno alumnos alumna alumnas estudiante estudiantes trabajo trabajos trabajito trabajitos chamba chambas jale jales proyecto proyectos contrato contratos evento eventos fiesta fiestas mesa mesas silla sillas agenda negocio comensales huespedes huesped inquilinos familias novias miembros socios suscriptores turno turnos cupo cupos lugar lugares
        ganancia ganancias ingreso ingresos utilidades trafico mensaje mensajes consultas cotizaciones presupuestos nadie pedido casas propiedades polizas ticket mercado demanda sucursal sucursales local locales estudio clinica restaurante salon taller tienda telefono espacios camas cuartos habitaciones vacantes resenas opiniones calificacion servicios referidos recomendaciones viajes cargas rutas clases mascotas carros unidades pasajeros inventario mercancia producto productos cuentas
        client clients customer customers sale sales lead booking bookings appointment appointments patients patient jobs job order orders calls guest guests reservations people business revenue traffic followers members students prospects buyers tables chairs calendar schedule profit income gigs contracts projects families foot walkins walk reviews referrals seats spots listings closings deals work inquiries quotes signups enrollment
        """);

    private static readonly FrozenSet<string> Sought = Set("""
        anuncio anuncios publicidad marketing campana campanas pagina paginas web sitio redes facebook instagram google tiktok ads ad website site campaign campaigns promocion promociones posts publicaciones volantes flyers tarjetas boost seo social media online internet competencia empleado empleados personal equipo empleadas staff employees helpers help tecnicos marca brand nombre presencia
        tiempo manos dinero capital plata lana
        """);

    public static bool IsWanted(Message message, int at) => Has(Wanted, message[at]);

    public static bool IsSought(Message message, int at) => Has(Sought, message[at]);

    private static bool Has(FrozenSet<string> words, Token token) => token.Kind == TokenKind.Word && (words.Contains(token.Text) || (token.Sound.Length > 0 && words.Contains(token.Sound)));

    public static bool Wants(Message message, int from, int to) => Any(message, from, to, IsWanted);

    public static bool Seeks(Message message, int from, int to) => Any(message, from, to, IsSought);

    private static bool Any(Message message, int from, int to, Func<Message, int, bool> is_)
    {
        for (var i = from; i < to; i++)
        {
            if (is_(message, i))
                return true;
        }

        return false;
    }

    private static FrozenSet<string> Set(string words)
    {
        var all = words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return all.Concat(all.Select(Folding.Sound).Where(sound => sound.Length > 0)).ToFrozenSet(StringComparer.Ordinal);
    }
}
