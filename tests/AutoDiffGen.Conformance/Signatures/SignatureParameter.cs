using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Signatures;

/// <summary>A parameter of a <see cref="Signature"/>.</summary>
/// <param name="Suffix">What should not be there in generated members, and is printed where it is: a default value.</param>
/// <param name="Prefix">The same before it: <c>params</c>.</param>
internal sealed record SignatureParameter(Passing Passing, Type Type, string Name, string Suffix = "", string Prefix = "")
{
    public static SignatureParameter Of(ParameterInfo parameter)
    {
        var role = new Role(parameter);
        string @default = parameter.HasDefaultValue ? " = " + Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) : "";
        bool isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        return new(role.Passing, role.Type, role.Name, @default, isParams ? "params " : "");
    }

    public static string TypeName(Type type) =>
        type == typeof(void) ? "void"
        : type == typeof(double) ? "double"
        : type == typeof(float) ? "float"
        : type == typeof(int) ? "int"
        : type == typeof(bool) ? "bool"
        : type == typeof(string) ? "string"
        : type.IsArray ? ArrayName(type)
        : type.IsGenericType ? type.Name[..type.Name.IndexOf('`')] + "<" + string.Join(", ", type.GenericTypeArguments.Select(TypeName)) + ">"
        : type.Name;

    /// <summary>Whether a method's parameter is of this type and passed this way, whatever its name is.</summary>
    public bool Binds(ParameterInfo parameter) =>
        parameter.ParameterType == (Passing == Passing.Value ? Type : Type.MakeByRefType());

    public override string ToString() => Prefix + Keyword + TypeName(Type) + " " + Name + Suffix;

    // All arrays of a jagged array but the last have one dimension.
    private static string ArrayName(Type type) =>
        TypeName(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";

    private string Keyword => Passing switch
    {
        Passing.In => "in ",
        Passing.Ref => "ref ",
        Passing.RefReadOnly => "ref readonly ",
        Passing.Out => "out ",
        _ => "",
    };
}
