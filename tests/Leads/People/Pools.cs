namespace OutletBot.Leads;

/// <summary>What people are called and what they can spend.</summary>
internal static class Pools
{
    /// <summary>Names that are no other word of either language.</summary>
    public static readonly string[] Firsts =
    [
        "Carlos", "Lucía", "Andrés", "Valeria", "Jorge", "Mariana", "Diego", "Fernanda", "Ricardo", "Gabriela", "Héctor", "Daniela", "Óscar", "Paola", "Raúl",
        "Verónica", "Sergio", "Adriana", "Iván", "Claudia", "Marcos", "Natalia", "Esteban", "Lorena", "Rodrigo", "Patricia", "Javier", "Silvia", "Miguel", "Teresa",
        "Kevin", "Jessica", "Brandon", "Ashley", "Tyler", "Megan", "Jacob", "Rachel", "Ethan", "Heather",
    ];

    public static readonly string[] Lasts =
    [
        "Salgado", "Villarreal", "Cisneros", "Benavides", "Zamora", "Quintero", "Arriaga", "Montoya", "Escobedo", "Gallardo", "Rentería", "Urrutia", "Barrera", "Cárdenas", "Dávila",
        "Estrada", "Figueroa", "Garza", "Hinojosa", "Ibarra", "Jaramillo", "Lozano", "Medrano", "Navarro", "Ochoa",
    ];

    public static readonly int[] Budgets = [300, 350, 400, 450, 500, 600, 750, 800, 1000, 1500];
}
