using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// Which variables vary: depend, through real values, on an active input. Integers, booleans and stopped gradients end the dependence.
/// Which of them matter to a result is found by the reverse sweep itself: an adjoint that nothing contributes to is never made.
/// </summary>
internal sealed class Activity
{
    private readonly HashSet<Var> _varied = [];
    private readonly Storages _storages;

    private Activity(Function function)
    {
        _storages = Storages.Of(function);
        foreach (Parameter parameter in function.Parameters)
        {
            if (parameter.Active && parameter.Mode != RefMode.Out)
                _varied.Add(_storages.Of(parameter.Var));
        }

        // To a fixed point: stores through places may come before the reads that see them.
        int before;
        do
        {
            before = _varied.Count;
            foreach (Stmt stmt in function.Body.All())
                Flow(stmt);
        }
        while (_varied.Count != before);
    }

    /// <summary>The activity of a function whose real statements are one operation each.</summary>
    public static Activity Of(Function function) => new(function);

    /// <summary>The variable that stands for the elements an array variable may refer to.</summary>
    public Var StorageOf(Var array) => _storages.Of(array);

    /// <summary>Whether the variable depends on an active input; of an array, whether any of its elements does.</summary>
    public bool Varies(Var variable) => _varied.Contains(_storages.Of(variable));

    /// <summary>Whether the value depends on an active input.</summary>
    public bool Varies(Expr expr) => expr switch
    {
        RealConst or InertConst or StopGradient => false,
        Read read => read.Place.Root() is { } root && Varies(root),
        Convert convert => convert.Type is RealType && Varies(convert.Operand),
        Unary or Binary or Call => expr.Type is RealType && expr.Children().Any(c => c.Type is RealType && Varies(c)),
        Conditional conditional => Varies(conditional.WhenTrue) || Varies(conditional.WhenFalse),
        Construct or Interpolation or Length or Taken => false,
        _ => throw Rewriter.Unknown(expr),
    };

    private void Flow(Stmt stmt)
    {
        if (stmt is Invoke invoke)
        {
            Flow(invoke);
            return;
        }

        (Var? target, Expr? value) = stmt switch
        {
            Let let => (let.Var, let.Value),
            Declare declare => (declare.Var, declare.Value),
            Assign assign => (assign.Target.Root(), assign.Value),
            _ => ((Var?)null, (Expr?)null),
        };
        if (target is not null && value is { Type: RealType } && Varies(value))
            _varied.Add(_storages.Of(target));
    }

    // Whatever goes into a call may come out of it; an array that goes in is given a shadow for what comes back.
    private void Flow(Invoke invoke)
    {
        foreach (Var array in invoke.Arguments.Where(a => !a.IsConstant && a.Value is { } value && value.Type.IsStorage() && value.Type.Content() is RealType).SelectMany(a => a.Value!.Reads()))
            _varied.Add(_storages.Of(array));
        if (!invoke.Arguments.Any(a => !a.IsConstant && a.Value is { } value && (value.Type.IsStorage() || value.Type is RealType) && value.Reads().Any(Varies)))
            return;
        // Nobody reads a by-reference parameter itself afterwards.
        foreach (Var written in invoke.Writes().Where(v => v.Type is RealType && !invoke.Arguments.Any(a => a.Through?.Parameter == v)))
            _varied.Add(written);
    }
}
