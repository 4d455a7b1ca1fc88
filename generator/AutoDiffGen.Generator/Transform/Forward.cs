using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Forward mode: beside every value that varies, its tangent. Takes any function in IR, so that derivatives compose:
/// a Hessian-vector product is the forward mode of the gradient.
/// </summary>
/// <example><code>
/// z = x * y;        →        z = x * y;  tz = tx * y + ty * x;
/// </code></example>
internal sealed class Forward
{
    private readonly Activity _activity;
    private readonly Contributions _contributions;
    private readonly Names _names;
    private readonly Dictionary<Var, Var> _tangents = [];
    private readonly Var? _tangent;

    private Forward(Activity activity, RuleSet rules, Names names, Var? tangent)
    {
        _activity = activity;
        _contributions = new Contributions(rules, activity, unbounded: null);
        _names = names;
        _tangent = tangent;
    }

    /// <summary>
    /// The function with a tangent parameter for each active parameter (<c>tx</c>), and at last the result's tangent, <c>out tangent</c>.
    /// </summary>
    /// <param name="function">One exit at the end; <see cref="Keep"/> has run where it comes from the reverse sweep.</param>
    public static Function Run(Function function, RuleSet rules)
    {
        function = Normalize.Run(function);
        Activity activity = Activity.Of(function);
        var names = new Names(function.Names());
        var taken = new HashSet<string>(function.Parameters.Select(p => p.Var.Name), StringComparer.Ordinal);

        DerivativeParameter[] tangents = function.Parameters.Where(p => p.Active).Select(p => new DerivativeParameter(
            new Var(Derived.Free(Derived.Name("t", p.Var.Name), taken), p.Var.Type, VarRole.Parameter),
            p,
            p.Mode == RefMode.In ? RefMode.Value : p.Mode)).ToArray();
        Var? tangent = function.Result is RealType ? new Var(Derived.Free("tangent", taken), function.Result, VarRole.Parameter) : null;

        var pass = new Forward(activity, rules, names, tangent);
        foreach (DerivativeParameter derivative in tangents)
        {
            names.Reserve(derivative.Var.Name);
            pass._tangents[derivative.Of.Var] = derivative.Var;
        }

        if (tangent is not null)
            names.Reserve(tangent.Name);

        return new Function(
            function.Name + "_Jvp",
            [
                .. function.Parameters,
                .. tangents.Select(t => new Parameter(t.Var, t.Mode, Active: true)),
                .. tangent is null ? Array.Empty<Parameter>() : [new Parameter(tangent, RefMode.Out, Active: true)],
            ],
            function.Result,
            pass.Block(function.Body).ToEquatableArray());
    }

    private List<Stmt> Block(EquatableArray<Stmt> block)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            Origin origin = new(stmt.Origin?.Text, Sweep.Tangent, stmt.Origin?.Helper);
            switch (stmt)
            {
                case Let let:
                    done.Add(let);
                    if (_activity.Varies(let.Var))
                        done.Add(new Let(TangentOf(let.Var), Tangent(let.Value, let.Var.Read), origin));
                    break;

                case Declare declare:
                    done.Add(declare);
                    if (_activity.Varies(declare.Var))
                        done.Add(new Declare(TangentOf(declare.Var), declare.Value is null ? null : Tangent(declare.Value, declare.Var.Read), origin));
                    break;

                case Assign { Target.Type: RealType } assign when assign.Target.Root() is { } root && _activity.Varies(root):
                    // Both from the old values of the operands: `v = v * x` must not see its own result.
                    var value = new Var(_names.Temporary(), assign.Target.Type, VarRole.Temporary);
                    var change = new Var(_names.Fresh(Derived.Name("t", value.Name)), assign.Target.Type, VarRole.Derivative);
                    done.Add(new Let(value, assign.Value, assign.Origin));
                    done.Add(new Let(change, Tangent(assign.Value, value.Read), origin));
                    done.Add(assign with { Value = value.Read });
                    done.Add(new Assign(Shadow(assign.Target), change.Read, origin));
                    break;

                case If branch:
                    done.Add(branch with { Then = Block(branch.Then).ToEquatableArray(), Else = Block(branch.Else).ToEquatableArray() });
                    break;

                case Return { Value: { } result } when _tangent is not null:
                    done.Add(new Assign(new ReferencePlace(_tangent), Tangent(result, result), origin));
                    done.Add(stmt);
                    break;

                case Assign { Target: ReferencePlace { Parameter: var parameter } } when _tangents.TryGetValue(parameter, out Var? constant):
                    done.Add(stmt);
                    done.Add(new Assign(new ReferencePlace(constant), Reals.Zero(constant.Type), origin));
                    break;

                case Assign or Effect or Throw or Return:
                    done.Add(stmt);
                    break;

                default:
                    throw Rewriter.Unknown(stmt);
            }
        }

        return done;
    }

    /// <summary>The tangent of an operation on atoms: each operand's contribution, with its own tangent for the adjoint.</summary>
    private Expr Tangent(Expr operation, Expr result)
    {
        if (!_activity.Varies(operation))
            return Reals.Zero(result.Type);
        if (operation is Convert convert)
            return new Convert(new Read(Shadow(((Read)convert.Operand).Place)), convert.Type);

        IEnumerable<Place> operands = (operation is Read read ? [read] : operation.Children().OfType<Read>())
            .Where(r => r.Type is RealType && _activity.Varies(r)).Select(r => r.Place).Distinct();
        Expr[] terms = operands.SelectMany(place => _contributions.Of(operation, result, new Read(Shadow(place)), mayVanish: false)
            .Where(c => c.Operand == place).Select(c => c.Value)).ToArray();
        return terms.Length == 0 ? Reals.Zero(result.Type) : Reals.Sum(terms);
    }

    private Place Shadow(Place place) => place switch
    {
        LocalPlace local => new LocalPlace(TangentOf(local.Var)),
        ReferencePlace reference => new ReferencePlace(TangentOf(reference.Parameter)),
        ElementPlace element => element with { Array = Shadow(element.Array) },
        FieldPlace field => field with { Owner = Shadow(field.Owner) },
        _ => throw Rewriter.Unknown(place),
    };

    private Var TangentOf(Var variable)
    {
        if (!_tangents.TryGetValue(variable, out Var? tangent))
            _tangents[variable] = tangent = Derived.Of("t", variable, _names);
        return tangent;
    }
}
