using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary><c>Foo_Grad</c>: the value, and the gradient by every active parameter.</summary>
/// <example><code>
/// double F(double x, double y) { return x * y; }
///         →
/// double F_Grad(double x, double y, out double dx, out double dy) { result = x * y; dx = y; dy = x; return result; }
/// </code></example>
internal static class Gradient
{
    public static Reversed Run(Function inlined, RuleSet rules) => Run(inlined, rules, Recursion.None, Plan.Full);

    /// <param name="recursion">The methods that call themselves.</param>
    public static Reversed Run(Function inlined, RuleSet rules, Recursion recursion, Plan plan)
    {
        DerivativeParameters derivatives = DerivativeParameters.Of(inlined, RefMode.Out, includeOut: false, extra: []);
        Prepared prepared = Prepared.Of(inlined, derivatives.Names, plan);
        Names names = prepared.Names(derivatives.Names);

        var seeds = new Dictionary<Var, Expr>();
        if (prepared.Result is Read { Place: LocalPlace result })
            seeds[result.Var] = Reals.Constant(1.0, result.Type);

        Reverse.Result reversed = Reverse.Run(prepared, derivatives, seeds, rules, names, recursion);
        var body = new List<Stmt>(Guards.Of(prepared.Function, derivatives));
        foreach (DerivativeParameter buffer in derivatives.Buffers)
            body.Add(Buffers.Clear(buffer.Var));
        body.AddRange(reversed.Body);
        if (reversed.Body.Completes())
        {
            body.AddRange(Endings.WriteBack(prepared));

            // Scalar derivatives are stored last, so that they may share storage with what was read before.
            foreach (DerivativeParameter derivative in derivatives.Scalars)
                body.Add(new Assign(new ReferencePlace(derivative.Var), reversed.Adjoint(derivative.Of), Endings.Origin));
            body.Add(new Return(prepared.Result));
        }

        return new Reversed(
            new Function(inlined.Name + "_Grad", derivatives.After(inlined), inlined.Result, body.ToEquatableArray()), reversed.Blocks, reversed.Scratches);
    }
}
