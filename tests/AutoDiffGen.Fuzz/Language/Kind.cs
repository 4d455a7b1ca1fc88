namespace AutoDiffGen.Fuzz.Language;

/// <summary>The types the programs compute with.</summary>
internal enum Kind
{
    Real,
    Single,
    Integer,
    Boolean,
    Void,
}

internal static class Kinds
{
    extension(Kind kind)
    {
        public string CSharp => kind switch
        {
            Kind.Real => "double",
            Kind.Single => "float",
            Kind.Integer => "int",
            Kind.Boolean => "bool",
            _ => "void",
        };

        public bool IsActive => kind is Kind.Real or Kind.Single;
    }
}
