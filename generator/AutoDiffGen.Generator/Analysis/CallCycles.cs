using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>Finds the methods that call themselves, directly or through others.</summary>
internal static class CallCycles
{
    /// <summary>Their keys.</summary>
    public static HashSet<string> Of(MethodModel model)
    {
        Dictionary<string, string[]> calls = model.Helpers.Where(h => h.Body is not null).ToDictionary(
            h => h.Function.Key, h => h.Body!.Body.All().OfType<Invoke>().Select(i => i.Function.Key).Distinct().ToArray(), StringComparer.Ordinal);
        return new HashSet<string>(calls.Keys.Where(k => Reaches(calls, k)), StringComparer.Ordinal);
    }

    private static bool Reaches(Dictionary<string, string[]> calls, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.Count > 0)
        {
            if (!calls.TryGetValue(open.Pop(), out string[]? callees))
                continue;
            foreach (string callee in callees)
            {
                if (callee == start)
                    return true;
                if (seen.Add(callee))
                    open.Push(callee);
            }
        }

        return false;
    }
}
