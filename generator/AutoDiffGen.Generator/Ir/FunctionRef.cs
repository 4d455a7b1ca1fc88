using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Ir;

/// <summary>Names a static function: enough to print a call of it and to find its rules.</summary>
/// <param name="Container">
/// For <see cref="FunctionFamily.Math"/>: <c>Math</c>, or <c>Real</c> for a function that only <c>double</c> and <c>float</c> declare.
/// Otherwise the declaring type's full C# name, <c>global::N.T</c>.
/// </param>
/// <param name="PartOf">
/// The function whose result this is a part of, where that part may have other bits than the function of its own:
/// <c>double.SinCosPi(x).CosPi</c> is not always <c>double.CosPi(x)</c>. Rules are the same for both.
/// </param>
internal sealed record FunctionRef(
    FunctionFamily Family, string Container, string Name, EquatableArray<ParameterRef> Parameters, IrType Result, string? PartOf = null)
{
    /// <summary>
    /// What rules are found by. For mathematics the name and the shape of the parameters, <c>Pow(real, real)</c>, so that one rule
    /// serves <c>Math</c>, <c>MathF</c>, <c>double</c> and <c>float</c>; otherwise the full name and the exact types.
    /// </summary>
    public string Key => Family == FunctionFamily.Math
        ? $"{Name}({string.Join(", ", Parameters.Select(p => p.Type is RealType ? "real" : p.Type.CSharp))})"
        : $"{Container}.{Name}({string.Join(", ", Parameters.Select(p => p.Mode.Prefix() + p.Type.CSharp))})";
}

internal enum FunctionFamily
{
    /// <summary><c>System.Math</c>, <c>System.MathF</c>, and the static functions of <c>double</c> and <c>float</c>.</summary>
    Math,

    /// <summary>Any other static method.</summary>
    Other,
}

/// <summary>A parameter of a function that is only named.</summary>
internal sealed record ParameterRef(string Name, IrType Type, RefMode Mode);

/// <summary>How an argument is passed.</summary>
internal enum RefMode
{
    Value,
    In,
    Ref,
    Out,
}

internal static class RefModes
{
    public static string Prefix(this RefMode mode) => mode switch
    {
        RefMode.Value => "",
        RefMode.In => "in ",
        RefMode.Ref => "ref ",
        RefMode.Out => "out ",
        _ => throw new InvalidOperationException($"Unknown mode {mode}."),
    };
}
