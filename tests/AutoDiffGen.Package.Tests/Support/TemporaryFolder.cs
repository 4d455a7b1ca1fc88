namespace AutoDiffGen.Package.Tests.Support;

/// <summary>A folder outside the repository, gone after use.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("AutoDiffGen.Package.").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A virus scanner may still hold a file. The folder is the system's to clear.
        }
    }
}
