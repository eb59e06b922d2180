using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Words that name a business, a trade or who practises it.</summary>
internal static class BusinessWords
{
    /// <summary>Places and companies: "mi barbería" says what somebody has.</summary>
    private static readonly FrozenSet<string> Places = Set("""
        restaurante restaurant restaurantes taqueria pizzeria panaderia pasteleria cafeteria cafe bar cantina pupuseria marisqueria loncheria lonchera foodtruck truck catering tienda tiendita boutique abarrotes carniceria fruteria floreria libreria papeleria ferreteria muebleria joyeria zapateria
        farmacia lavanderia tintoreria barberia barbershop peluqueria estetica salon spa gimnasio gym taller garage dealer dealership concesionario clinica consultorio hospital veterinaria agencia agency inmobiliaria constructora imprenta escuela school academia academy guarderia kinder preescolar daycare preschool nineria hotel hostal motel airbnb
        florist bakery startup ecommerce notaria studio estudio oficina despacho bufete firma firm shop store franquicia vulcanizadora purificadora autolavado lavacoches llantera refaccionaria deshuesadero yonke autoescuela fonda comedor cocina puesto local carrito remolque traila trailas truckcito kiosko colegio instituto laboratorio optica bodega fabrica granja rancho vivero invernadero dispensario minisuper supermercado miscelanea tlapaleria estacionamiento pension gasolinera
        iglesia church fundacion nonprofit antro club bistro buffet food clinic pharmacy brewery winery garden salon center centro showroom nursery ranch farm factory warehouse maquiladora cooperativa emprendimiento marca plataforma tortilleria rosticeria paleteria rv hostel cabana cabanas salonazo changarro colmado abasto kiosco almacen despensa pulperia rotiseria verduleria tendejon botica consultora arrendadora distribuidora comercializadora empacadora procesadora recicladora pulga
        """);

    /// <summary>What is done or sold there.</summary>
    private static readonly FrozenSet<string> Trades = Set("""
        construccion construction roofing techos painting plumbing plomeria electricidad carpinteria jardineria landscaping limpieza cleaning hvac remodelacion remodelaciones remodeling mudanzas moving grua gruas towing transporte transportes trucking logistica logistics fotografia photography video videografia diseno arquitectura ingenieria coaching consultoria consulting eventos event banquetes decoracion
        unas tattoo tatuajes makeup maquillaje seguros insurance prestamos hipotecas mortgage impuestos taxes software ropa joyas zapatos pasteles postres tacos comida pizzas tamales muebles carros autos detailing paneles solar piscinas albercas pools pisos flooring concreto concrete cercas fencing soldadura welding fumigacion plagas pest contabilidad bookkeeping accounting turismo viajes tours fletes paqueteria courier mensajeria seguridad
        inmuebles raices real estate creditos lending freight dispatch drywall tile gutters windows ventanas lawn tree pressure washing janitorial maid handyman hauling junk dumpster locksmith auto body tire wraps tint grooming boarding tutoring dance karate boxing yoga pilates zumba crossfit lashes brows pestanas cejas nails massage masajes depilacion botox facials jewelry thrift wedding weddings bodas fiestas catering taquizas mariscos antojitos birria barbacoa hamburguesas alitas sushi tortas jugos licuados helados paletas nieves reposteria pan cupcakes galletas frutas verduras carnes pollo pollos
        cosmeticos perfumes bisuteria bolsas uniformes tenis colchones electronica celulares computadoras refrigeracion clima ac aire reparacion repair repairs instalacion mecanica hojalateria pintura serigrafia bordados rotulos impresion imprenta flores regalos globos inflables brincolines mobiliario sonido dj mariachi mariachis musica herreria albanileria vidrios cristales camaras alarmas vapes licores vinos cerveza artesanias velas jabones suplementos mascotas tapiceria cerrajeria paqueteria importaciones exportaciones reciclaje agricultura ganaderia idiomas ingles clases cursos natacion guitarra baile terapia terapias quiropractica odontologia ortodoncia nutricion fisioterapia acupuntura dropshipping webs websites marketing branding staffing notary immigration inmigracion law legal tax dental therapy chiropractic fitness training photobooth bartending nightclub vending lavado carwash azulejo azulejos tablaroca impermeabilizacion
        """);

    /// <summary>People by what they do: "soy plomero"; "mi contador" is somebody else.</summary>
    private static readonly FrozenSet<string> Occupations = Set("""
        mecanico mechanic dentista dentist doctor doctora medico medica veterinario quiropractico chiropractor psicologo psicologa terapeuta therapist abogado abogada lawyer attorney contador contadora accountant realtor realtors broker agente agent contractor contratista roofer pintor pintora painter plomero plumber electricista electrician carpintero carpenter jardinero landscaper fotografo fotografa photographer videografo disenador disenadora designer
        arquitecto arquitecta architect ingeniero ingeniera coach consultor consultant barber barbero estilista stylist manicurista tatuador maquillista notario cosmetologa esteticista nutriologo nutriologa nutricionista masajista entrenador entrenadora trainer instructor instructora maestra maestro chef cocinero cocinera pastelera pastelero costurera sastre soldador welder cerrajero vendedor vendedora comerciante empresario influencer youtuber musico panadero panadera freelancer
        peluquera peluquero estilistas lashista trailero camionero chofer taxista fletero herrero albanil tapicero taquero carnicero repostera repostero florista decoradora decorador corredor asesor asesora tutor tutora profesor profesora enfermera enfermero fisioterapeuta partera podologo podologa optometrista programador desarrollador developer bookkeeper hairdresser hairstylist esthetician nurse teacher driver trucker farmer baker caterer florist bartender dj loan officer mua costurero modista joyero relojero zapatero jardinera ninera babysitter
        """);

    /// <summary>Words that say business and no more.</summary>
    public static readonly FrozenSet<string> Vague = Set("empresa compania company business negocio negocito negocios shop store tienda local oficina empresario empresaria comerciante vendedor agente agent persona agencia agency taller salon estudio studio firm firma food truck event marca emprendimiento changarro puesto");

    private static readonly FrozenSet<string> Companies = Set("empresa compania company business negocio");

    private static readonly string[] PlaceEndings = ["eria", "erias"];
    private static readonly string[] OccupationEndings = ["ologo", "ologa", "iatra"];

    /// <summary>Whether a word names a business, a trade or an occupation.</summary>
    public static bool IsBusiness(string text) => IsPlace(text) || Has(Trades, text) || Companies.Contains(text) || IsOccupation(text);

    /// <summary>Whether a word is listed; others only look like one.</summary>
    public static bool Lists(string text) => Has(Places, text) || Has(Trades, text) || Companies.Contains(text) || Has(Occupations, text);

    /// <summary>Whether a word names a place or company.</summary>
    public static bool IsPlace(string text) => Has(Places, text) || (text.Length > 6 && PlaceEndings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>Whether a word names people by what they do.</summary>
    public static bool IsOccupation(string text) => Has(Occupations, text) || (text.Length > 6 && OccupationEndings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>A plural or a pet form counts as the word: "salones", "localito", "tiendita".</summary>
    private static bool Has(FrozenSet<string> words, string text) =>
        words.Contains(text) || (text.Length > 6 && text[^3..] is "ito" or "ita" && (words.Contains(text[..^3]) || words.Contains(text[..^3] + text[^1]))) || (text.Length > 4 && text[^1] == 's' && (words.Contains(text[..^1]) || (text.EndsWith("es", StringComparison.Ordinal) && words.Contains(text[..^2]))));

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
