using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>An argument of a call, lifted.</summary>
/// <param name="Name">The parameter's name, where the user named it.</param>
/// <param name="Parameter">The parameter it is for; null where it is an element of a parameter array.</param>
/// <param name="Mode">The keyword it is passed with, if any: <c>ref</c>, <c>out</c> or <c>in</c>.</param>
internal sealed record Argument(string Name, IParameterSymbol? Parameter, string Mode, LiftedExpression Value)
{
    /// <summary>Its type as it is written, before it is converted for the parameter.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>Whether it is an array or a span of <c>Value</c>s.</summary>
    public bool IsBuffer => Value.IsValue && (LiftedTypes.HoldsBuffer(Parameter?.Type) || LiftedTypes.HoldsBuffer(Type));

    /// <summary>Whether the callee writes to a variable that is a <c>Value</c>.</summary>
    public bool IsLiftedReference => Value.IsValue && Mode is "ref" or "out" && LiftedTypes.IsActive(Parameter?.Type);

    /// <summary>For a parameter that became a <c>Value</c>. A <c>double</c> is no variable of that kind, so <c>in</c> passes a copy of it.</summary>
    public string WriteLifted() => Write(Value.Text, Mode == "in" && !Value.IsValue ? "" : Mode);

    /// <summary>For a parameter that stays what it is: the number.</summary>
    public string WriteData() => Write(Value.AsData.Text, Value.IsValue ? "" : Mode);

    public string Write(string text, string mode = "") =>
        (Name.Length == 0 ? "" : CSharpNames.Escape(Name) + ": ") + (mode.Length == 0 ? "" : mode + " ") + text;
}
