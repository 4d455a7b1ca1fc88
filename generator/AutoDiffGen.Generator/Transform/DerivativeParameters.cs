using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>A parameter of a derivative, and the method's parameter it is for.</summary>
internal sealed record DerivativeParameter(Var Var, Parameter Of, RefMode Mode);

/// <summary>The parameters that a derivative has after the method's own: any extra ones, then one for each active parameter, in order.</summary>
internal sealed record DerivativeParameters(EquatableArray<Var> Extra, EquatableArray<DerivativeParameter> All)
{
    public IEnumerable<string> Names => Extra.Concat(All.Select(d => d.Var)).Select(v => v.Name);

    /// <summary>The active parameters with an initial content.</summary>
    public IEnumerable<Var> Inputs => All.Where(d => d.Of.Mode != RefMode.Out).Select(d => d.Of.Var);

    public static DerivativeParameters Of(Function function, RefMode mode, bool includeOut, IReadOnlyList<Var> extra)
    {
        var taken = new HashSet<string>(function.Parameters.Select(p => p.Var.Name).Concat(extra.Select(v => v.Name)), StringComparer.Ordinal);
        return new DerivativeParameters(
            extra.ToEquatableArray(),
            function.Parameters.Where(p => p.Active && (includeOut || p.Mode != RefMode.Out)).Select(p => new DerivativeParameter(
                new Var(Derived.Free(Derived.Name("d", p.Var.Name), taken), p.Var.Type, VarRole.Parameter), p, mode)).ToEquatableArray());
    }

    /// <summary>The derivative's whole parameter list.</summary>
    public EquatableArray<Parameter> After(Function function) =>
    [
        .. function.Parameters,
        .. Extra.Select(v => new Parameter(v, RefMode.Value, Active: true)),
        .. All.Select(d => new Parameter(d.Var, d.Mode, Active: true)),
    ];
}
