using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Words that name a business or a trade.</summary>
internal static class BusinessWords
{
    private static readonly FrozenSet<string> Nouns = """
        restaurante restaurant taqueria pizzeria panaderia pasteleria cafeteria cafe bar cantina pupuseria marisqueria loncheria lonchera foodtruck truck food catering tienda boutique abarrotes carniceria fruteria floreria libreria papeleria ferreteria muebleria joyeria zapateria
        farmacia lavanderia tintoreria barberia barbershop peluqueria estetica salon spa gimnasio gym taller mecanica garage dealer concesionario clinica consultorio hospital dentista dentist doctor doctora medico medica veterinaria veterinario quiropractico chiropractor psicologo psicologa terapeuta therapist
        abogado abogada lawyer attorney contador contadora accountant agencia agency inmobiliaria realtor realtors broker agente agent constructora construccion construction contractor contratista roofing roofer techos pintor pintora painter painting plomero plumber plomeria plumbing electricista electrician
        carpintero carpinteria carpenter jardinero jardineria landscaping landscaper limpieza cleaning hvac handyman remodelacion remodelaciones remodeling mudanzas moving grua towing transporte trucking logistica imprenta fotografo fotografa photographer photography
        videografo disenador disenadora designer arquitecto arquitecta architect ingeniero ingeniera coach coaching consultor consultora consultant escuela school academia academy guarderia daycare nineria hotel hostal motel airbnb eventos event decoracion banquetes florist bakery
        barber barbero estilista stylist manicurista nails unas tattoo tatuajes tatuador maquillista makeup seguros insurance prestamos hipotecas mortgage impuestos taxes notaria notario software startup ecommerce ropa joyas zapatos pasteles postres tacos comida pizzas tamales muebles carros autos
        cosmetologa esteticista nutriologo nutriologa nutricionista masajista entrenador entrenadora trainer instructor maestra chef cocinero cocinera pastelera pastelero costurera sastre soldador welder welding cerrajero locksmith lavado carwash detailing paneles solar piscinas pools pisos flooring concreto concrete cercas fencing
        vendedor vendedora comerciante empresario influencer youtuber musico dj mariachi mariachis iglesia church fundacion nonprofit empresa compania company business negocio franquicia studio estudio oficina despacho bufete firma firm shop store freelancer panadero
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that say business and no more.</summary>
    public static readonly FrozenSet<string> Vague = "empresa compania company business negocio negocito negocios shop store tienda local oficina empresario empresaria comerciante vendedor agente agent persona agencia agency taller salon estudio studio firm firma food truck event".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsBusiness(string text) =>
        Nouns.Contains(text) || (text.Length > 4 && text[^1] == 's' && (Nouns.Contains(text[..^1]) || (text.EndsWith("es", StringComparison.Ordinal) && Nouns.Contains(text[..^2]))))
        || (text.Length > 6 && (text.EndsWith("eria", StringComparison.Ordinal) || text.EndsWith("ologo", StringComparison.Ordinal) || text.EndsWith("ologa", StringComparison.Ordinal)));
}
