using System.Text;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>What changed between two texts, as a person wants to read it: the lines taken out and put in, with one line around.</summary>
internal static class Changes
{
    public static string Of(string[] before, string[] after)
    {
        List<string> script = Script(before, after);
        bool[] near = [.. script.Select((_, i) => Enumerable.Range(i - 1, 3).Any(j => j >= 0 && j < script.Count && script[j][0] != ' '))];

        var text = new StringBuilder();
        bool skipped = false;
        for (int i = 0; i < script.Count; i++)
        {
            if (near[i])
            {
                if (skipped && text.Length > 0)
                    text.Append("…\n");
                text.Append(script[i]).Append('\n');
            }

            skipped = !near[i];
        }

        return text.ToString();
    }

    /// <summary>Every line of both, marked as taken out, put in or kept, by a longest common subsequence.</summary>
    private static List<string> Script(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var script = new List<string>();
        int a = 0;
        int b = 0;
        while (a < before.Length || b < after.Length)
        {
            bool isKept = a < before.Length && b < after.Length && before[a] == after[b];
            bool isTakenOut = a < before.Length && (b == after.Length || common[a + 1, b] >= common[a, b + 1]);
            script.Add(isKept ? " " + before[a] : isTakenOut ? "-" + before[a] : "+" + after[b]);
            if (isKept || isTakenOut)
                a++;
            if (isKept || !isTakenOut)
                b++;
        }

        return script;
    }
}
