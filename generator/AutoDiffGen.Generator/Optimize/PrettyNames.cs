using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Takes the number off a version's name where nothing else has the plain name any more, and counts the temporaries that are left from 0.
/// </summary>
/// <example><code>
/// double result1 = c ? x : y;  return result1;        →        double result = c ? x : y;  return result;
/// double t3 = x * y;                                  →        double t0 = x * y;
/// </code></example>
internal static class PrettyNames
{
    public static Function Run(Function function, MethodModel model)
    {
        // A name the user gave stays, whatever it ends in.
        var given = new HashSet<string>(model.Helpers.Where(h => h.Body is not null).Select(h => h.Body!).Append(model.Function).SelectMany(f => f.Names()));
        var taken = new HashSet<string>(function.Names(), StringComparer.Ordinal);
        var renamed = new Dictionary<Var, Var>();
        Var[] variables = function.Body.All().SelectMany(s => s.Writes()).Where(v => v.Role != VarRole.Parameter).Distinct().ToArray();
        Var[] temporaries = variables.Where(v => IsNumbered(v) && !given.Contains(v.Name)).ToArray();
        var others = new HashSet<string>(taken.Except(temporaries.Select(t => t.Name)), StringComparer.Ordinal);
        var numbers = new Names(others);
        foreach (Var temporary in temporaries)
            renamed[temporary] = temporary with { Name = numbers.Temporary() };

        foreach (Var variable in variables)
        {
            string plain = variable.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            if (renamed.ContainsKey(variable) || plain.Length == variable.Name.Length || plain.Length == 0 || plain is "t" or "d" || given.Contains(variable.Name) || !taken.Add(plain))
                continue;
            renamed[variable] = variable with { Name = plain };
        }

        return function with { Body = new Renaming(renamed).Block(function.Body) };
    }

    private static bool IsNumbered(Var variable) =>
        variable.Role == VarRole.Temporary && variable.Name.Length > 1 && variable.Name[0] == 't' && variable.Name.Skip(1).All(char.IsDigit);

    private sealed class Renaming(Dictionary<Var, Var> renamed) : Rewriter
    {
        public override Place Visit(Place place) => Rename(place) ?? base.Visit(place);

        protected override Place VisitTarget(Place place) => Rename(place) ?? base.VisitTarget(place);

        public override IEnumerable<Stmt> Visit(Stmt stmt) => base.Visit(stmt).Select(s => s switch
        {
            Let let => let with { Var = New(let.Var) },
            Declare declare => declare with { Var = New(declare.Var) },
            For loop => loop with { Index = New(loop.Index) },
            Allocate allocate => allocate with { Var = New(allocate.Var), Handle = allocate.Handle is null ? null : New(allocate.Handle) },
            Invoke { Result: { } result } invoke => invoke with { Result = New(result) },
            LetSinCos pair => pair with { Sin = New(pair.Sin), Cos = New(pair.Cos) },
            _ => s,
        });

        private LocalPlace? Rename(Place place) =>
            place is LocalPlace local && renamed.TryGetValue(local.Var, out Var? plain) ? new LocalPlace(plain) : null;

        private Var New(Var variable) => renamed.TryGetValue(variable, out Var? plain) ? plain : variable;
    }
}
