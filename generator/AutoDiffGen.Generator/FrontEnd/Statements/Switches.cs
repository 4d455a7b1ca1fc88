using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary>
/// Switch statements, as a chain of branches: <c>switch (n) { case 0: a; break; default: b; break; }</c> →
/// <c>If (n == 0) { a } else { b }</c>, inside <c>Labelled switch0</c> where a <c>break</c> stands anywhere but at the end of a section.
/// Where there is a <c>goto case</c>, the chain only finds the number of the first section, and a loop runs them until one leaves.
/// </summary>
internal static class Switches
{
    private sealed record Section(Fragment Test, List<Stmt> Body);

    public static void Lower(BodyScope scope, ISwitchOperation operation)
    {
        HoistShared(scope, operation);
        IEnumerable<IOperation?> guards = operation.Cases.SelectMany(c => c.Clauses).OfType<IPatternCaseClauseOperation>().Select(c => c.Guard);
        Subject subject = Subject.Of(scope, operation.Value, keep: guards.Any(Subject.MayChange));
        string label = scope.NewLabel("switch");
        scope.JumpTargets.Add(operation.ExitLabel, label);
        Var? state = HasGoto(operation) ? scope.NewState(IrType.Int32) : null;
        if (state is not null)
            scope.Emit(new Declare(state, Constants.Int(-1)));

        var sections = new List<Section>();
        List<Stmt> rest = [];
        Expr? reservedForDefault = null;
        for (int i = 0; i < operation.Cases.Length; i++)
        {
            ISwitchCaseOperation section = operation.Cases[i];
            bool isDefault = section.Clauses.Any(c => c is IDefaultCaseClauseOperation);
            Fragment test = scope.Isolate(() => Test(scope, section, subject, isDefault));
            if (reservedForDefault is not null)
                test = Except(scope, test, reservedForDefault);
            int number = i;
            List<Stmt> body = state is null
                ? Body(scope, section, label)
                : scope.Collect(() => scope.Emit(new Assign(new LocalPlace(state), Constants.Int(number))));
            if (!isDefault)
                sections.Add(new Section(test, body));
            else
                rest = body;
            // `case 1: default:` takes its cases from the sections that come after it.
            if (isDefault && i < operation.Cases.Length - 1 && Conditions.Constant(test.Value) != false)
                reservedForDefault = test.Value;
        }

        for (int i = sections.Count - 1; i >= 0; i--)
            rest = Chain(scope, sections[i], rest);
        if (state is not null)
        {
            scope.Emit(rest);
            Run(scope, operation, state, label);
            return;
        }

        if (Jumps.Mentions(rest, label))
            scope.Emit(new Labelled(label, rest.ToEquatableArray()));
        else
            scope.Emit(rest);
    }

    // while (true) { if (state == 0) { … } else if (state == 1) { … } break; }, where `goto case` sets the state and begins the next round.
    private static void Run(BodyScope scope, ISwitchOperation operation, Var state, string label)
    {
        string next = label + ".next";
        for (int i = 0; i < operation.Cases.Length; i++)
        {
            int number = i;
            foreach (ICaseClauseOperation clause in operation.Cases[i].Clauses.Where(c => c.Label is not null))
            {
                scope.GotoTargets.Add(clause.Label!, () =>
                {
                    scope.Emit(new Assign(new LocalPlace(state), Constants.Int(number)));
                    scope.Emit(new Exit(next));
                });
            }
        }

        List<Stmt> round = [];
        List<Stmt>[] bodies = operation.Cases.Select(c => Body(scope, c, label)).ToArray();
        for (int i = bodies.Length - 1; i >= 0; i--)
        {
            Expr isCurrent = new Binary(BinaryOp.Equal, state.Read, Constants.Int(i), IrType.Bool);
            (List<Stmt> body, List<Stmt> others) = (bodies[i], round);
            round = scope.Collect(() => scope.Emit(new If(isCurrent, body.ToEquatableArray(), others.ToEquatableArray())));
        }

        if (!Jumps.EndsIn(round))
            round = [.. round, new Exit(label, scope.Origin)];
        scope.Emit(new Labelled(label, [new Loop([new Labelled(next, round.ToEquatableArray())], scope.Origin)]));
    }

    private static bool HasGoto(ISwitchOperation operation)
    {
        var labels = new HashSet<ISymbol>(
            operation.Cases.SelectMany(c => c.Clauses).Select(c => c.Label).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return operation.Descendants().Any(o => o is IBranchOperation { BranchKind: BranchKind.GoTo } branch && labels.Contains(branch.Target));
    }

    private static List<Stmt> Chain(BodyScope scope, Section section, List<Stmt> otherwise) => scope.Collect(() =>
    {
        scope.Emit(section.Test.Steps);
        if (Conditions.Constant(section.Test.Value) is { } known)
            scope.Emit(known ? section.Body : otherwise);
        else
            scope.Emit(new If(section.Test.Value, section.Body.ToEquatableArray(), otherwise.ToEquatableArray()));
    });

    private static Expr Test(BodyScope scope, ISwitchCaseOperation section, Subject subject, bool isDefault)
    {
        Expr test = Constants.False;
        int labels = 0;
        foreach (ICaseClauseOperation clause in section.Clauses)
        {
            if (clause is IDefaultCaseClauseOperation)
                continue;
            Expr before = test;
            test = Conditions.Or(scope, before, scope.Isolate(() => Clause(scope, clause, subject)));
            // Later passes walk expressions recursively.
            if (++labels % 50 == 0)
                test = scope.Capture(test);
        }

        if (isDefault && section.Clauses.Any(c => c is IPatternCaseClauseOperation { Guard: not null }))
            throw scope.RefuseConstruct(section.Clauses[0].Syntax, "A 'when' guard in the section of 'default'");
        return test;
    }

    private static Expr Clause(BodyScope scope, ICaseClauseOperation clause, Subject subject) => clause switch
    {
        IPatternCaseClauseOperation pattern => SwitchExpressions.Guarded(scope, pattern.Pattern, pattern.Guard, subject),
        ISingleValueCaseClauseOperation value when subject.Value is { } tested => Patterns.Constant(scope, value.Value, tested),
        _ => throw scope.RefuseConstruct(clause),
    };

    private static Fragment Except(BodyScope scope, Fragment test, Expr reserved) => scope.Isolate(() =>
        Conditions.And(scope, Conditions.Not(reserved), test));

    private static List<Stmt> Body(BodyScope scope, ISwitchCaseOperation section, string label)
    {
        List<Stmt> body = scope.Collect(() => Blocks.Lower(scope, section.Body));
        if (body.Count > 0 && body[body.Count - 1] is Exit exit && exit.Label == label)
            body.RemoveAt(body.Count - 1);
        return body;
    }

    // All sections are one scope: a local of one that another one mentions is declared before the switch.
    private static void HoistShared(BodyScope scope, ISwitchOperation operation)
    {
        foreach (ILocalSymbol local in operation.Locals.Where(l => !l.IsConst && !l.IsRef))
        {
            int mentions = operation.Cases.Count(c => c.Body.Any(s => s.Syntax.DescendantTokens().Any(t => t.ValueText == local.Name)));
            if (mentions > 1 && Types.OfVariable(local.Type) is { } type)
                scope.NewHoistedLocal(local, type);
        }
    }
}
