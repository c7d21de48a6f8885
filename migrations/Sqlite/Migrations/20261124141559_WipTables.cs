using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Loesningsbrikker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WipTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormerNumber",
                table: "SolutionPieces",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ImportDrafts",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "PieceOrigins",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SolutionPieceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByUserId = table.Column<long>(type: "INTEGER", nullable: true),
                    MunicipalityId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProcessId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PieceOrigins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PieceOrigins_SolutionPieces_SolutionPieceId",
                        column: x => x.SolutionPieceId,
                        principalTable: "SolutionPieces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_PieceOrigins_ProcessId_Fingerprint",
                table: "PieceOrigins",
                columns: new[] { "ProcessId", "Fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_PieceOrigins_SolutionPieceId",
                table: "PieceOrigins",
                column: "SolutionPieceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PieceOrigins");

            migrationBuilder.DropColumn(
                name: "FormerNumber",
                table: "SolutionPieces");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ImportDrafts");
        }
    }
}
