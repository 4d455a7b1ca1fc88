using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// <c>Foo_Vjp</c>: accumulates the seeds times the Jacobian. The derivative of data that is written holds the adjoint of its final
/// content on entry and of its initial content on return.
/// </summary>
/// <example><code>
/// double F(double x, double y) { return x * y; }
///         →
/// void F_Vjp(double x, double y, double seed, ref double dx, ref double dy) { dx += seed * y; dy += seed * x; }
/// </code></example>
internal static class Vjp
{
    public static Reversed Run(Function inlined, RuleSet rules) => Run(inlined, rules, Recursion.None, Plan.Full);

    /// <param name="recursion">The methods that call themselves.</param>
    public static Reversed Run(Function inlined, RuleSet rules, Recursion recursion, Plan plan)
    {
        // The seed of an array is among the parameters already, and the sum's own adjoint is 1.
        bool isArray = inlined.Result.IsStorage();
        inlined = ArrayResults.Run(inlined);
        var taken = new HashSet<string>(inlined.Parameters.Select(p => p.Var.Name), StringComparer.Ordinal);
        Var? given = isArray || inlined.Result is VoidType ? null : new Var(Derived.Free("seed", taken), inlined.Result, VarRole.Parameter);
        Expr? seed = isArray ? Reals.Constant(1.0, inlined.Result) : given?.Read;
        DerivativeParameters derivatives = DerivativeParameters.Of(inlined, RefMode.Ref, includeOut: true, extra: given is null ? [] : [given]);
        Prepared prepared = Prepared.Of(inlined, derivatives.Names, plan);
        Names names = prepared.Names(derivatives.Names);

        var seeds = new List<KeyValuePair<Var, Expr>>();
        var body = new List<Stmt>(Guards.Of(prepared.Function, derivatives));
        Seed(prepared, derivatives, seed, names, seeds, body);
        Reverse.Result reversed = Reverse.Run(prepared, derivatives, seeds, rules, names, recursion);
        body.AddRange(reversed.Body);
        if (reversed.Body.Completes())
        {
            body.AddRange(Endings.WriteBack(prepared));
            foreach (DerivativeParameter derivative in derivatives.Scalars)
                body.AddRange(Store(derivative, reversed.Adjoint(derivative.Of)));
        }

        return new Reversed(
            new Function(inlined.Name + "_Vjp", derivatives.After(inlined), IrType.Void, body.ToEquatableArray()), reversed.Blocks, reversed.Scratches);
    }

    /// <summary>The adjoints that are given: of the result, and of what the method writes by reference, which is read into variables first.</summary>
    public static void Seed(
        Prepared prepared, DerivativeParameters derivatives, Expr? seed, Names names, List<KeyValuePair<Var, Expr>> seeds, List<Stmt> entry)
    {
        if (seed is { Type: RealType } && prepared.Result is Read { Place: LocalPlace result })
            seeds.Add(new KeyValuePair<Var, Expr>(result.Var, seed));
        foreach (DerivativeParameter derivative in derivatives.Scalars.Where(d => d.Of.Mode is RefMode.Ref or RefMode.Out))
        {
            // Read before any derivative is stored.
            var final = new Var(names.Fresh(derivative.Var.Name), derivative.Var.Type, VarRole.Derivative);
            entry.Add(new Let(final, derivative.Var.Read, Endings.Origin));
            Var? value = FinalValue(prepared, derivative.Of);
            if (value is not null)
                seeds.Add(new KeyValuePair<Var, Expr>(value, final.Read));
        }
    }

    /// <summary>Stores the derivative by a scalar.</summary>
    public static IEnumerable<Stmt> Store(DerivativeParameter derivative, Expr adjoint)
    {
        var target = new ReferencePlace(derivative.Var);
        switch (derivative.Of.Mode)
        {
            case RefMode.Out:
                yield return new Assign(target, Reals.Zero(target.Type), Endings.Origin);
                break;
            case RefMode.Ref:
                yield return new Assign(target, adjoint, Endings.Origin);
                break;
            default:
                if (!adjoint.IsConstant(0.0))
                    yield return new Assign(target, Reals.Plus(new Read(new LocalPlace(derivative.Var)), adjoint), Endings.Origin);
                break;
        }
    }

    /// <summary>The variable that holds a by-reference parameter's final value: the parameter itself where it is never written.</summary>
    private static Var? FinalValue(Prepared prepared, Parameter parameter)
    {
        foreach (WriteBack written in prepared.Written)
        {
            if (written.Parameter == parameter.Var)
                return written.Value is Read { Place: LocalPlace local } ? local.Var : null;
        }

        return parameter.Mode == RefMode.Ref ? parameter.Var : null;
    }
}
