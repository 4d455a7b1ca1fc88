using System.IO.Compression;
using System.Reflection;

namespace AutoDiffGen.Package.Tests.Support;

/// <summary>The package, packed once for all tests by the command that packs it for a release.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The folder that holds the package and nothing else: a source to restore from.</summary>
    public string Source => folder["source"];

    public string File => Directory.GetFiles(Source).Single();

    public string Version => Path.GetFileNameWithoutExtension(File)["AutoDiffGen.".Length..];

    /// <summary>The folder of the one package that ours depends on: another source to restore from.</summary>
    public string DependencySource => Metadata("Dependency");

    private static string RepositoryRoot => Metadata("RepositoryRoot");

    public async Task InitializeAsync()
    {
        // All output, intermediate too, goes elsewhere: nothing is left over from another build, and none is disturbed.
        DotnetResult pack = await Dotnet.RunAsync(
            RepositoryRoot, "pack", "src/AutoDiffGen", "-c", "Release", "--output", Source, "--artifacts-path", folder["artifacts"]);
        _ = pack.OutputOfSuccess;
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    public string[] Entries()
    {
        using ZipArchive archive = ZipFile.OpenRead(File);
        return [.. archive.Entries.Select(e => e.FullName)];
    }

    public byte[] Read(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(File);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <summary>The tests that use the package, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
