using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>A parameter of a derivative, and the method's parameter it is for.</summary>
internal sealed record DerivativeParameter(Var Var, Parameter Of, RefMode Mode);

/// <summary>The parameters that a derivative has after the method's own: any extra ones, then one for each active parameter, in order.</summary>
internal sealed record DerivativeParameters(EquatableArray<Var> Extra, EquatableArray<DerivativeParameter> All)
{
    public IEnumerable<string> Names => Extra.Concat(All.Select(d => d.Var)).Select(v => v.Name);

    /// <summary>Those of arrays and spans: what they refer to is accumulated in place.</summary>
    public IEnumerable<DerivativeParameter> Buffers => All.Where(d => d.Var.Type.IsStorage());

    /// <summary>Those that are passed by reference, and stored at the end.</summary>
    public IEnumerable<DerivativeParameter> Scalars => All.Where(d => !d.Var.Type.IsStorage());

    /// <summary>The active scalars with an initial content.</summary>
    public IEnumerable<Var> Inputs => Scalars.Where(d => d.Of.Mode != RefMode.Out).Select(d => d.Of.Var);

    public static DerivativeParameters Of(Function function, RefMode mode, bool includeOut, IReadOnlyList<Var> extra)
    {
        var taken = new HashSet<string>(function.Parameters.Select(p => p.Var.Name).Concat(extra.Select(v => v.Name)), StringComparer.Ordinal);
        return new DerivativeParameters(
            extra.ToEquatableArray(),
            function.Parameters.Where(p => p.Active && (includeOut || p.Mode != RefMode.Out)).Select(p => new DerivativeParameter(
                new Var(Derived.Free(Derived.Name("d", p.Var.Name), taken), TypeOf(p.Var.Type), VarRole.Parameter),
                p, p.Var.Type.IsStorage() ? RefMode.Value : mode)).ToEquatableArray());
    }

    // A span for whatever a span can refer to; matrices and arrays of arrays as they are.
    private static IrType TypeOf(IrType type) => type switch
    {
        SpanType span => span with { IsReadOnly = false },
        ArrayType { Rank: 1, Element: RealType element } => new SpanType(element, IsReadOnly: false),
        _ => type,
    };

    /// <summary>The derivative's whole parameter list.</summary>
    public EquatableArray<Parameter> After(Function function) =>
    [
        .. function.Parameters,
        .. Extra.Select(v => new Parameter(v, RefMode.Value, Active: true)),
        .. All.Select(d => new Parameter(d.Var, d.Mode, Active: true)),
    ];
}
