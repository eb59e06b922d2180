using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>What people have, are and do that is no business.</summary>
internal static class NotBusinesses
{
    private static readonly FrozenSet<string> Words = """
        secreto misterio sorpresa broma hobby desempleado desempleada unemployed retirado retirada jubilado jubilada retired estudiante student housewife ama dos tres cuatro cinco two three four five pregunta preguntas duda dudas problema problemas idea ideas cita prisa ganas question questions problem interes interesado interesada interested clientes cliente ventas venta budget presupuesto nadie nada saber ayuda help tiempo time dinero money algo todo mucho mucha muchos muchas poco poca pocos pocas mas menos bien mal muy nunca siempre ya aun todavia igual
        hijo hijos hija hijas esposa esposo marido mujer familia family kids wife husband mama papa hermano hermana amigo amiga primo prima socio socia perro perros gato dog cat carro coche camioneta car casa house numero number correo email cuenta cuentas telefono phone celular pagina anuncio anuncios ad ads publicidad reunion junta compromiso meeting appointment llamada call
        anos years edad experiencia hambre sueno miedo fe suerte razon cuidado curiosidad vez veces dia dias semana semanas mes meses ano lunes martes miercoles jueves viernes sabado domingo manana tarde noche hoy ahorita ahora luego despues empleado empleados empleada employees competencia deuda deudas renta gasto gastos meta objetivo plan planes goal gripa fiebre covid viaje vacaciones accidente emergencia problemita detalle
        nombre name apellido gusto placer nuevo nueva new sure good great fine ok okay here there ready busy happy tired mexicano mexicana latino latina soltera soltero casada casado joven grande yo tu el ella usted ustedes lo la los las le les me te se nos it that this them him her you me us dolares pesos dollars mil usd nombres autocorrector luz agua error trato acuerdo cierto verdad correcto asi eso esa ese esto esta estos esas aqui alla cerca dificil facil caro barato bueno buena malo mala feo complicado raro importante posible imposible mejor peor
        nomas nadamas apenas casi solo solamente primero segundo tercero ultimo ninguno ninguna cualquier cualquiera quien alguien somebody someone nobody everything something anything nothing lot lots much many some any more less few little
        seguidores leads citas gente people sales customers clients trabajo chamba jale experiencias opciones opcion horario horarios posibilidad oportunidad capacidad chance espacio dudita consulta curioso curiosa amor senor senora senorita perdon disculpa sorry espera momento minuto segundo rato ratito
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string text) => Words.Contains(text);
}
