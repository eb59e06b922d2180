namespace OutletBot.Understanding;

/// <summary>The words by which somebody says who they are.</summary>
internal static class Introductions
{
    /// <summary>What follows is a name, listed or not.</summary>
    public static readonly Phrases Sure = new(
        "(me|yo) llamo", "(mi|el) (nombre|nonbre|nomvre|nombr|nobre) (completo)? (es|e|seria)", "(mi|el) (nombre|nonbre|nomvre|nombr) completo?", "(my|the|mi) (full)? (name|names) (is|es)?", "^ (nombre|name) (completo|is|es)?", "me (dicen|llaman|conocen como)",
        "me puedes (decir|llamar)", "puedes (llamarme|decirme)", "(you can|just|people|everyone|everybody|friends|they) call me", "(i|people) go by", "i go by", "goes by", "(mi nombre|my name|nombre) (a|to|por) .. (es)?", "a nombre de");

    /// <summary>How to write the lead down: it outweighs what they are called besides.</summary>
    public static readonly Phrases Register = new("(apunteme|apuntame|anotame|anoteme|registrame|registreme|ponme|pongame|ponganme|apuntenme|anotenme|agendame|agregame|guardame|agendeme) (como|a nombre de)", "(put|write|list|save|register|book) me (down)? as");

    /// <summary>How others call the lead: the name said before it is the one to keep.</summary>
    public static readonly Phrases Nick = new("me (dicen|llaman|conocen como)", "(people|everyone|everybody|friends|they) call me", "(i|people) go by");

    /// <summary>What follows may be one.</summary>
    public static readonly Phrases Likely = new(
        "(soy|soi|im|saluda|llamame|dime)", "(yo|aqui) (soy|soi)", "i am", "this is", "call me", "name is", "(habla|hablo|saluda|escribe|saludo) (de parte de|su servidor)?", "(le|te|les|os) (habla|saluda|escribe|saludo|escribo)", "(soy|soi) yo");

    /// <summary>Said before a name in answer to who they are, and before anything else otherwise.</summary>
    public static readonly Phrases InAnswer = new("(con|es|its|aqui|aca|ponle|pongale|pon|solo|apunta|anota|nomas|just)", "it is", "por aca", "de parte de", "ya (te|le) dije que?", "(te|le) dije que?", "(soy|soi) yo", "su servidor*", "cambialo a", "(is|esta) (with|con)");

    /// <summary>Before an introduction: it speaks of somebody else, or of a thing.</summary>
    public static readonly Phrases Others = new("(esposo|esposa|hijo|hija|hermano|hermana|socio|socia|jefe|jefa|mama|papa|husband|wife|partner|son|daughter|brother|sister|boss|negocio|business|company|empresa|amigo|amiga|friend|restaurante|tienda|perro|companys|se|their|his|her|empleado|empleada|contador|secretaria|asistente|cunado|cunada|primo|prima|tio|tia|cliente|clienta)");

    /// <summary>Behind a name: "Juan para servirle", "Mark here".</summary>
    public static readonly Phrases Behind = new(
        "(para|pa) (servirle|servirte|servirles|servir|lo que)", "a (sus|tus|la|su) (ordenes|orden)", "(aqui|here) $", "(es|seria) mi nombre", "me (llamo|dicen)", "is (my|the) name", "por aca $", "de este lado");

    /// <summary>Behind a name that is not the lead's: "Ana me dio su número", "Juan es mi esposo", "Pedro ya no trabaja aquí".</summary>
    public static readonly Phrases Elsewhere = new(
        "(me|nos) (recomendo|dio|paso|dijo|mando|comento|hablo|conto|refirio|recomienda|dijeron|presento)", "(ya|no|si) (no|esta|trabaja|es|vive|puede|quiere) *", "es (mi|el|la|un|una|quien|su|nuestro|nuestra) (esposo|esposa|hijo|hija|hermano|hermana|socio|socia|jefe|jefa|papa|mama|amigo|amiga|dueno|duena|encargado|encargada|contador|que) ",
        "(mi|my|nuestro|nuestra|our) (esposo|esposa|hijo|hija|hermano|hermana|socio|socia|jefe|jefa|papa|mama|primo|prima|amigo|amiga|husband|wife|partner|boss|son|daughter|brother|sister|friend)", "(told|gave|sent|recommended|said|referred)", "(is|was) (my|the|a|our) (husband|wife|partner|boss|son|daughter|brother|sister|friend|owner|manager)");
}
