using System.Globalization;
using System.Reflection;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Signatures;

/// <summary>A parameter of a <see cref="Signature"/>.</summary>
/// <param name="Suffix">What should not be there in generated members, and is printed where it is: a default value.</param>
internal sealed record SignatureParameter(Passing Passing, Type Type, string Name, string Suffix = "")
{
    public static SignatureParameter Of(ParameterInfo parameter)
    {
        var role = new Role(parameter);
        string @default = parameter.HasDefaultValue ? " = " + Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) : "";
        return new(role.Passing, role.Type, role.Name, @default);
    }

    public static string TypeName(Type type) =>
        type == typeof(void) ? "void"
        : type == typeof(double) ? "double"
        : type == typeof(float) ? "float"
        : type == typeof(int) ? "int"
        : type == typeof(bool) ? "bool"
        : type == typeof(string) ? "string"
        : type.Name;

    /// <summary>Whether a method's parameter is of this type and passed this way, whatever its name is.</summary>
    public bool Binds(ParameterInfo parameter) =>
        parameter.ParameterType == (Passing == Passing.Value ? Type : Type.MakeByRefType());

    public override string ToString() => Keyword + TypeName(Type) + " " + Name + Suffix;

    private string Keyword => Passing switch
    {
        Passing.In => "in ",
        Passing.Ref => "ref ",
        Passing.RefReadOnly => "ref readonly ",
        Passing.Out => "out ",
        _ => "",
    };
}
